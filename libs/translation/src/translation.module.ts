import { Module, type OnModuleInit } from '@nestjs/common';
import { ArticlesModule, Transitions } from '@desk/articles';
import { FiguresPart, TranslationAnalysis } from './analysis/index.js';
import { SourceChangePart } from './changes/index.js';
import { Engines, MachineTranslation, Suggestions } from './engines/index.js';
import { FileReadings } from './file-readings/index.js';
import { DismissedFindings, Findings } from './findings/index.js';
import { Concepts, GlossaryFiles, Proposals, TermLookup } from './glossary/index.js';
import {
  MemoryFiles,
  MemoryImports,
  MemoryIndexes,
  MemoryLookUp,
  MemorySearches,
  MemoryUnits,
} from './memory/index.js';
import { PastAlignmentsMaker } from './past/past-alignments.service.js';
import { Preparation } from './preparation.service.js';
import { SentenceRules } from './sentence-rules/index.js';
import { SegmentLayouts } from './segment-layouts.service.js';
import { Segments } from './segments.service.js';
import { TaskExports, TaskImports } from './task-files/index.js';
import { TextSoFar } from './text-so-far.service.js';
import { TranslationPart } from './translation-part.js';

/** Segments, the memory, the glossary, and translation's part in the workflow. */
@Module({
  imports: [ArticlesModule],
  providers: [
    Concepts,
    DismissedFindings,
    Engines,
    FiguresPart,
    FileReadings,
    Findings,
    GlossaryFiles,
    MachineTranslation,
    MemoryFiles,
    MemoryImports,
    MemoryIndexes,
    MemoryLookUp,
    MemorySearches,
    MemoryUnits,
    PastAlignmentsMaker,
    Preparation,
    Proposals,
    SegmentLayouts,
    Segments,
    SentenceRules,
    SourceChangePart,
    Suggestions,
    TaskExports,
    TaskImports,
    TermLookup,
    TextSoFar,
    TranslationAnalysis,
    TranslationPart,
  ],
  exports: [
    Concepts,
    DismissedFindings,
    Engines,
    FileReadings,
    MachineTranslation,
    Suggestions,
    GlossaryFiles,
    PastAlignmentsMaker,
    Preparation,
    Proposals,
    SegmentLayouts,
    Segments,
    SentenceRules,
    TaskExports,
    TaskImports,
    TermLookup,
    TextSoFar,
    TranslationAnalysis,
    MemoryFiles,
    MemoryImports,
    MemoryIndexes,
    MemoryLookUp,
    MemorySearches,
    MemoryUnits,
  ],
})
export class TranslationModule implements OnModuleInit {
  constructor(
    private readonly transitions: Transitions,
    private readonly part: TranslationPart,
    private readonly sourceChange: SourceChangePart,
    private readonly figures: FiguresPart,
  ) {}

  onModuleInit(): void {
    this.transitions.add(this.part);
    this.transitions.add(this.sourceChange);
    this.transitions.add(this.figures);
  }
}
