import { Module, type DynamicModule } from '@nestjs/common';
import { ENGINE_SETTINGS, type MaybeEngineSettings } from './settings.js';

/** Tells the whole process which engine there is. A process without it has none. */
@Module({})
export class EnginesModule {
  static forRoot(settings: MaybeEngineSettings): DynamicModule {
    return {
      module: EnginesModule,
      global: true,
      providers: [{ provide: ENGINE_SETTINGS, useValue: settings }],
      exports: [ENGINE_SETTINGS],
    };
  }
}
