export { findTerms } from './find-terms.js';
export { termStatuses } from './glossary-term.js';
export type { GlossaryTerm, TermHit, TermStatus } from './glossary-term.js';
export { starterConcepts } from './starter-concepts.js';
export type { StarterConcept } from './starter-concepts.js';
export { termIndex } from './term-index.js';
export type { TermIndex } from './term-index.js';
