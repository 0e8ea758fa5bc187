import { Injectable } from '@nestjs/common';
import type { AlignmentDraft, PastAlignments } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { cleanText, languages, sentences } from '@desk/languages';
import type { Person } from '@desk/people';
import { TermLookup } from '../glossary/index.js';
import { mayUseMemory } from '../memory/memory.policy.js';
import { textInCodeText } from '../segments/index.js';
import { alignArticles, type PastAlignment, type PastArticle } from './align-articles.js';
import { alignThree } from './align-three.js';
import type { ConceptsIn } from './anchors.js';
import { blocksOfHtml, blocksOfText } from './block.js';

/** What is aligned while others wait for this process. */
const MOST_SENTENCES = 3_000;

/** Pairs articles that were published before, for people to look through before they import them. */
@Injectable()
export class PastAlignmentsMaker {
  constructor(private readonly terms: TermLookup) {}

  /** @throws as `bodyFromHtml`; Invalid `text.forbidden_characters`, `memory.article_too_long` */
  async make(person: Person, draft: AlignmentDraft): Promise<PastAlignments> {
    mayUseMemory(person, 'memory.manage');
    const find = await this.terms.finder();
    const concepts: ConceptsIn = (text, language) =>
      find(text, language).map(({ conceptId }) => conceptId);
    const [one, two, three] = languages.flatMap((language): PastArticle[] => {
      const article = draft[language];
      if (!article) return [];
      const { format, content } = article;
      const blocks = format === 'html' ? blocksOfHtml(content) : blocksOfText(cleanText(content));
      const count = blocks.reduce((sum, { text }) => sum + sentences(text, language).length, 0);
      if (count > MOST_SENTENCES) {
        throw new Invalid('memory.article_too_long', { max: MOST_SENTENCES, language });
      }
      return [{ language, blocks }];
    });
    if (!one || !two) return { alignments: [] };
    if (three) return { alignments: alignThree([one, two, three], concepts).map(told) };
    const found = alignArticles(one, two, concepts);
    const pair = { sourceLanguage: one.language, targetLanguage: two.language };
    return { alignments: [told({ ...found, ...pair, contradicted: null })] };
  }
}

type Told = PastAlignments['alignments'][number];

const told = ({
  sourceLanguage,
  targetLanguage,
  contradicted,
  pairs,
  unpaired,
}: PastAlignment & Pick<Told, 'sourceLanguage' | 'targetLanguage' | 'contradicted'>): Told => ({
  sourceLanguage,
  targetLanguage,
  contradicted,
  pairs: pairs.map(({ source, target, kind, confidence }) => ({
    source: textInCodeText(source),
    target: textInCodeText(target),
    kind,
    confidence: Math.round(confidence * 1_000) / 1_000,
  })),
  unpaired: [...unpaired],
});
