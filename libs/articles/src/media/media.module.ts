import { Module, type DynamicModule } from '@nestjs/common';
import { StorageModule, type StorageSettings } from '@desk/storage';
import { MEDIA_LIMITS, type MediaLimits } from './media-settings.js';
import { Media } from './media.service.js';
import { Renditions } from './renditions.service.js';

export interface MediaSettings {
  readonly storage: StorageSettings;
  readonly limits: MediaLimits;
}

/** The library of media, with where its files are kept. */
@Module({})
export class MediaModule {
  static forRoot({ storage, limits }: MediaSettings): DynamicModule {
    return {
      module: MediaModule,
      global: true,
      imports: [StorageModule.forRoot(storage)],
      providers: [{ provide: MEDIA_LIMITS, useValue: limits }, Media, Renditions],
      exports: [Media, Renditions],
    };
  }
}
