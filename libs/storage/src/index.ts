export { DiskStore } from './disk-store.js';
export { FILE_STORE, wholeFile } from './file-store.js';
export type { ByteRange, Content, FileStore, StoredFile } from './file-store.js';
export { isSizeFile, originalName, sizeName, typeOfSize, wholeFileName } from './media-names.js';
export { fileStore } from './settings.js';
export type { StorageSettings } from './settings.js';
export { StorageModule } from './storage.module.js';
