export { alignArticles } from './align-articles.js';
export type { PastAlignment, PastArticle, PastPair, Range, Unpaired } from './align-articles.js';
export type { ConceptsIn } from './anchors.js';
export { blocksOfHtml, blocksOfText } from './block.js';
export type { Block } from './block.js';
export { alignThree } from './align-three.js';
export type { JudgedAlignment } from './align-three.js';
