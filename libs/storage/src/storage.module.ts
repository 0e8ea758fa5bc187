import { Module, type DynamicModule } from '@nestjs/common';
import { FILE_STORE } from './file-store.js';
import { fileStore, type StorageSettings } from './settings.js';

/** The file store, for every module. */
@Module({})
export class StorageModule {
  static forRoot(settings: StorageSettings): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [{ provide: FILE_STORE, useFactory: () => fileStore(settings) }],
      exports: [FILE_STORE],
    };
  }
}
