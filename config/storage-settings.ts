import { z } from 'zod';

/** Where the files of media are; the same for API, worker, portal and cli. */
export const storageEnvironment = {
  MEDIA_DIR: z.string().min(1).default('.data/media').describe('the folder of media'),
} as const;

const storageSchema = z.object(storageEnvironment);
export type StorageEnvironment = z.infer<typeof storageSchema>;

/** What the environment says of where files are kept. */
export const storageSettings = ({ MEDIA_DIR }: StorageEnvironment) => ({ folder: MEDIA_DIR });

/** The same for who reads nothing else of the environment. @throws Error that names what is wrong */
export const readStorageSettings = (variables: NodeJS.ProcessEnv) =>
  storageSettings(storageSchema.parse(variables));
