import { Module } from '@nestjs/common';
import { MemoryWarmUp, TranslationModule } from '@desk/translation';
import { MemoryAlignmentsController } from './memory-alignments.controller.js';
import { MemoryFilesController } from './memory-files.controller.js';
import { MemoryImportsController } from './memory-imports.controller.js';
import { MemoryUnitsController } from './memory-units.controller.js';

/** The translation memory over HTTP. */
@Module({
  imports: [TranslationModule],
  controllers: [
    MemoryAlignmentsController,
    MemoryFilesController,
    MemoryImportsController,
    MemoryUnitsController,
  ],
  providers: [MemoryWarmUp],
})
export class MemoryApiModule {}
