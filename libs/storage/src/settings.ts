import { DiskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';

/** Where files are kept. */
export interface StorageSettings {
  readonly folder: string;
}

export const fileStore = (settings: StorageSettings): FileStore => new DiskStore(settings.folder);
