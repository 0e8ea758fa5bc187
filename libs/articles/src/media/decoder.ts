/**
 * What decodes and encodes pictures. It is loaded with the first picture, for it takes 20 MB that
 * a process without pictures need not have.
 */
export const decoder = async () => (await import('sharp')).default;
