export { FiguresPart } from './figures-part.js';
export { keepBeginnings } from './segment-figures.queries.js';
export { TranslationAnalysis } from './translation-analysis.service.js';
