import { Module, type OnModuleInit } from '@nestjs/common';
import { Addresses } from './address.service.js';
import { ArticleLists } from './article-lists.service.js';
import { Articles } from './articles.service.js';
import { checkWorkflow } from './check-workflow.js';
import { EditionReading } from './edition-reading.service.js';
import { figureRules } from './media/index.js';
import { Revisions } from './revisions.service.js';
import { Sections } from './sections.service.js';
import { Transitions } from './transitions.service.js';
import { WorkingCopies } from './working-copies.service.js';

const services = [
  Addresses,
  ArticleLists,
  Articles,
  EditionReading,
  Revisions,
  Sections,
  Transitions,
  WorkingCopies,
];

/** Articles, editions, revisions, sections and the workflow, which is proved at start. */
@Module({ providers: services, exports: services })
export class ArticlesModule implements OnModuleInit {
  constructor(private readonly transitions: Transitions) {}

  onModuleInit(): void {
    checkWorkflow();
    this.transitions.add(figureRules);
  }
}
