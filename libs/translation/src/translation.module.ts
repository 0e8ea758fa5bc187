import { Module, type OnModuleInit } from '@nestjs/common';
import { ArticlesModule, Transitions } from '@desk/articles';
import { Preparation } from './preparation.service.js';
import { Segments } from './segments.service.js';
import { TranslationPart } from './translation-part.js';

/** Segments, the memory, and translation's part in the workflow. */
@Module({
  imports: [ArticlesModule],
  providers: [Preparation, Segments, TranslationPart],
  exports: [Preparation, Segments],
})
export class TranslationModule implements OnModuleInit {
  constructor(
    private readonly transitions: Transitions,
    private readonly part: TranslationPart,
  ) {}

  onModuleInit(): void {
    this.transitions.add(this.part);
  }
}
