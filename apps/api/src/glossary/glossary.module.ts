import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { ConceptsController } from './concepts.controller.js';
import { GlossaryFilesController } from './glossary-files.controller.js';
import { ProposalsController } from './proposals.controller.js';

/** The glossary over HTTP. */
@Module({
  imports: [TranslationModule],
  controllers: [ConceptsController, GlossaryFilesController, ProposalsController],
})
export class GlossaryApiModule {}
