/** The names under which media are stored, and what their files are; for who writes and who reads. */

export const originalName = (contentHash: string): string => `originals/${contentHash}`;
export const sizeName = (key: string, file: string): string => `pictures/${key}/${file}`;

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** Whether a file's name is that of a picture's size: `640.webp`, `card.jpg`. */
export const isSizeFile = (file: string): boolean =>
  /^(?:[1-9]\d{0,4}\.(?:avif|webp|jpg)|card\.jpg)$/.test(file);

export const typeOfSize = (file: string): string =>
  types[file.split('.')[1] ?? ''] ?? 'application/octet-stream';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** How the file of what is no picture is called in its address: `file.pdf`. */
export const wholeFileName = (type: string): string => `file.${extensions[type] ?? 'bin'}`;
