export { sentenceExceptions } from './sentence-exceptions.queries.js';
export { SentenceRules } from './sentence-rules.service.js';
