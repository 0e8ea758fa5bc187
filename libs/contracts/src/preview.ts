import { z } from 'zod';

/** Which text of an edition a preview shows; none: what is being written. */
export const previewQuerySchema = z.strictObject({ revision: z.uuid().optional() });
export type PreviewQuery = z.infer<typeof previewQuerySchema>;
