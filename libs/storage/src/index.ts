export { DiskStore } from './disk-store.js';
export { FILE_STORE, wholeFile } from './file-store.js';
export type { ByteRange, Content, FileStore, StoredFile } from './file-store.js';
export { isSizeFile, originalName, sizeName, typeOfSize, wholeFileName } from './media-names.js';
export { servedFile } from './served-file.js';
export type { ServedFile } from './served-file.js';
export { fileStore } from './settings.js';
export type { BucketSettings, StorageSettings } from './settings.js';
export { StorageModule } from './storage.module.js';
