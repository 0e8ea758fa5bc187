import { z } from 'zod';

/** Where the files of media are: in a folder, or, if one is named, in a bucket. */
export const storageEnvironment = {
  MEDIA_DIR: z.string().min(1).default('.data/media').describe('the folder of media'),
  MEDIA_BUCKET: z.string().min(3).max(63).optional().describe('keeps media instead of the folder'),
  MEDIA_BUCKET_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("not Amazon's"),
  MEDIA_BUCKET_REGION: z.string().default('us-east-1'),
  MEDIA_BUCKET_KEY: z.string().optional(),
  MEDIA_BUCKET_SECRET: z.string().optional(),
  MEDIA_BUCKET_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/)
    .default('')
    .describe('what the names of all files begin with, as in newsroom/'),
} as const;

export type StorageEnvironment = z.infer<z.ZodObject<typeof storageEnvironment>>;

/** What the environment says of where files are kept. */
export function storageSettings(environment: StorageEnvironment) {
  const { MEDIA_DIR: folder, MEDIA_BUCKET: bucket } = environment;
  if (bucket === undefined) return { folder, bucket: null };
  const { MEDIA_BUCKET_KEY: accessKeyId, MEDIA_BUCKET_SECRET: secretAccessKey } = environment;
  return {
    folder,
    bucket: {
      bucket,
      endpoint: environment.MEDIA_BUCKET_ENDPOINT ?? null,
      region: environment.MEDIA_BUCKET_REGION,
      credentials:
        accessKeyId !== undefined && secretAccessKey !== undefined
          ? { accessKeyId, secretAccessKey }
          : null,
      prefix: environment.MEDIA_BUCKET_PREFIX,
    },
  };
}
