import type { NoticeKind } from '@desk/contracts';
import { formatMoment, hasText, translate, type Language } from '@desk/languages';
import type { NoticeFacts } from './notice-facts.js';

/** For whom something is said: their language, and the time zone that hours are given in. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** One notice as one sentence, in the reader's language. */
export function sentence(
  kind: NoticeKind,
  facts: NoticeFacts,
  { language, timeZone }: Reader,
): string {
  return translate(language, keyOf(kind, facts), {
    actor: facts.actor ?? translate(language, 'notices:system'),
    title: titleOf(facts) ?? translate(language, 'notices:untitled'),
    language:
      facts.language === null ? '' : translate(language, `workflow:languages.${facts.language}`),
    on: facts.on === null ? '' : formatMoment(new Date(facts.on), language, { timeZone }),
    what: whatIn(kind, facts, language),
  });
}

const titleOf = ({ title }: NoticeFacts): string | null => (title === '' ? null : title);

/** A kind of task has its own sentence. */
const keyOf = (kind: NoticeKind, { taskKind }: NoticeFacts): string =>
  taskKind === null ? `notices:${kind}` : `notices:${kind}.${taskKind}`;

function whatIn(kind: NoticeKind, { what }: NoticeFacts, language: Language): string {
  if (kind === 'task.due_set')
    return what === 'urgent' ? translate(language, 'notices:urgent') : '';
  if (kind !== 'grants.changed') return what ?? '';
  const roles = (what ?? '').split(',').filter((role) => role !== '');
  if (roles.length === 0) return translate(language, 'notices:no_role');
  const names = roles.map((role) => translate(language, `people:roles.${role}`));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** What was written with it. A reason that the newsroom gave itself is a code with its text. */
export function noteOf({ note }: NoticeFacts, language: Language): string | null {
  const isCode = note !== null && /^[a-z_]+\.[a-z_]+$/.test(note) && hasText(`errors:${note}`);
  return isCode ? translate(language, `errors:${note}`) : note;
}
