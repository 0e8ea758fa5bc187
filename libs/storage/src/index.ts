export { DiskStore } from './disk-store.js';
export { FILE_STORE, wholeFile } from './file-store.js';
export type { ByteRange, Content, FileStore, StoredFile } from './file-store.js';
export { fileStore } from './settings.js';
export type { StorageSettings } from './settings.js';
export { StorageModule } from './storage.module.js';
