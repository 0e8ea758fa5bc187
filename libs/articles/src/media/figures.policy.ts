import type { Body, Figure } from '@desk/contracts';
import type { Sql } from '@desk/database';
import type { Hindrance, Move, TransitionPart } from '../transition-part.js';
import { workingText } from '../editions.queries.js';
import { mediaAtKeys, type AddressedMedia } from './framings.queries.js';
import { mediaKeysIn } from './media-in-body.js';

/**
 * What holds of the pictures of a text that is submitted: each is described for those who cannot
 * see it, and the newsroom's own are there, with whom they are from and by what right. A
 * translation has the pictures of its source.
 */
export const figureRules: TransitionPart = {
  actions: ['submit'],
  async hindrance(sql: Sql, { edition }: Move): Promise<Hindrance | null> {
    if (!edition.isSource) return null;
    const { body } = await workingText(sql, edition.id);
    return notDescribed(body) ?? notReady(body, await mediaAtKeys(sql, mediaKeysIn(body)));
  },
};

const figuresOf = ({ content }: Body): Figure[] =>
  content.filter((block): block is Figure => block.type === 'figure');

function notDescribed(body: Body): Hindrance | null {
  const count = figuresOf(body).filter(({ attrs }) => attrs.alt.trim() === '').length;
  return count === 0 ? null : { code: 'media.alt_missing', facts: { count } };
}

function notReady(body: Body, known: ReadonlyMap<string, AddressedMedia>): Hindrance | null {
  for (const key of mediaKeysIn(body)) {
    const one = known.get(key);
    if (!one) return { code: 'media.not_there', facts: { key } };
    const facts = { mediaId: one.mediaId };
    if (one.state === 'waiting') return { code: 'media.still_waiting', facts };
    if (one.state === 'failed') return { code: 'media.failed', facts };
    if (one.kind !== 'picture') continue;
    if (one.credit === '') return { code: 'media.credit_missing', facts };
    if (one.licence === null) return { code: 'media.licence_missing', facts };
  }
  return null;
}
