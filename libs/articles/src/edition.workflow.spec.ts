import { readFileSync } from 'node:fs';
import {
  editionActions,
  editionStates,
  livenesses,
  roles,
  type EditionAction,
  type EditionState,
  type Liveness,
  type Role,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { checkWorkflow, type UncheckedWorkflow } from './check-workflow.js';
import type { Edition } from './edition.js';
import { objection, unsaid } from './edition.policy.js';
import { transition, workflow } from './edition.workflow.js';
import type { Said } from './transition-part.js';

const me = '01890000-0000-7000-8000-000000000001';
const another = '01890000-0000-7000-8000-000000000002';
const sectionId = '01890000-0000-7000-8000-00000000000a';
const at = new Date('2026-03-02T03:30:00Z');

/** What the rules read of an edition; the rest is of no consequence to them. */
function edition(state: EditionState, liveness: Liveness, contributors: string[] = []): Edition {
  return {
    id: '01890000-0000-7000-8000-0000000000e1',
    articleId: '01890000-0000-7000-8000-0000000000a1',
    sectionId,
    sourceLanguage: 'vi',
    language: 'vi',
    isSource: true,
    state,
    liveness,
    version: 1,
    title: 'Hội nghị tổng kết',
    contributors,
    savedRevisionId: null,
    reviewRevisionId: null,
    approvedRevisionId: null,
    liveRevisionId: null,
    sourceRevisionId: null,
    sourceApprovedRevisionId: null,
    policy: {
      approvers: 1,
      languageReview: false,
      release: 'as-ready',
      requiredLanguages: ['vi'],
      workingDays: { translate: 3, review: 1, sign_off: 2 },
    },
    firstPublishedAt: null,
    publishedAt: null,
    withdrawnAt: null,
    withdrawalReason: null,
    createdAt: at,
    updatedAt: at,
  };
}

/** The rows of the design, once more and by hand: from → to, and what readers see meanwhile. */
const design: Record<EditionAction, { from: string; seen: string; to: string; who: string }> = {
  submit: { from: 'draft changes_requested', seen: 'any', to: 'in_review', who: 'own w t m' },
  request_changes: { from: 'in_review', seen: 'any', to: 'changes_requested', who: 'r a' },
  sign_off: { from: 'in_review', seen: 'any', to: 'in_review approved', who: 'others r a' },
  recall: { from: 'in_review approved', seen: 'any', to: 'draft', who: 'own w t, m' },
  schedule: { from: 'approved', seen: 'none', to: 'scheduled', who: 'a m' },
  unschedule: { from: 'scheduled', seen: 'any', to: 'approved', who: 'a m' },
  publish: { from: 'approved scheduled', seen: 'none', to: 'published', who: 'a m' },
  revise: { from: 'published', seen: 'any', to: 'draft', who: 'w t m' },
  correct: { from: 'approved', seen: 'live', to: 'published', who: 'a' },
  withdraw: { from: 'any', seen: 'live', to: 'same', who: 'm' },
  restore: { from: 'any', seen: 'withdrawn', to: 'same', who: 'm' },
  archive: { from: 'published', seen: 'live', to: 'archived', who: 'm' },
};
const among = (words: string, word: string): boolean =>
  words === 'any' || words.split(' ').includes(word);

const cells = editionStates.flatMap((state) =>
  livenesses.flatMap((liveness) =>
    editionActions.map((action) => [state, liveness, action] as const),
  ),
);

describe('the workflow, each state, whatever readers see, each action', () => {
  it.each(cells)('%s, %s: %s', (state, liveness, action) => {
    const { from, seen, to } = design[action];
    const refusal = objection(action, edition(state, liveness), null);
    if (!among(from, state)) {
      expect(refusal).toMatchObject({
        code: 'transition.wrong_state',
        status: 409,
        facts: { action, state },
      });
    } else if (!among(seen, liveness)) {
      expect(refusal).toMatchObject({ code: `transition.while_${liveness}`, status: 409 });
    } else {
      expect(refusal).toBeNull();
      const leadsTo = transition(action).to;
      expect(leadsTo === 'same' ? leadsTo : leadsTo.join(' ')).toBe(to);
    }
  });
});

const letterOf: Record<Role, string> = {
  writer: 'w',
  translator: 't',
  reviewer: 'r',
  approver: 'a',
  managing_editor: 'm',
  administrator: 'd',
};
const person = (role: Role): Person => ({
  id: me,
  name: 'Trần Thị Hạnh',
  email: 'hanh@huunghi.example',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  grants: [{ role, sectionId: null, sourceLanguage: null, language: null }],
  scopes: null,
});

/** A state and readers' view in which the action is open. */
function open(action: EditionAction): [EditionState, Liveness] {
  const row = transition(action);
  return [row.from[0] ?? 'draft', row.while[0] ?? 'none'];
}

describe('who may act', () => {
  it.each(editionActions.flatMap((action) => roles.map((role) => [action, role] as const)))(
    '%s: the %s, of their own text and of another’s',
    (action, role) => {
      const { who } = design[action];
      const [author = '', alsoNot = ''] = who.split(', ');
      for (const own of [true, false]) {
        const text = {
          ...edition(...open(action), own ? [another, me] : [another]),
          language: role === 'translator' ? ('km' as const) : ('vi' as const),
        };
        const fits = author.startsWith('own') ? own : author.startsWith('others') ? !own : true;
        const allowed =
          (author.split(' ').includes(letterOf[role]) && fits) ||
          alsoNot.split(' ').includes(letterOf[role]);
        const refusal = objection(action, text, person(role));
        expect(refusal === null).toBe(allowed);
        if (refusal) expect(refusal.status).toBe(403);
      }
    },
  );

  it('A: says to who could sign otherwise that the text is their own', () => {
    const own = edition('in_review', 'none', [me]);
    const codeFor = (role: Role) => objection('sign_off', own, person(role))?.code;
    expect(codeFor('approver')).toBe('transition.own_text');
    expect(codeFor('writer')).toBe('transition.not_permitted');
  });
});

describe('what must be said', () => {
  const reason = { vi: 'Sai số liệu.', en: 'Wrong figures.', km: 'តួលេខខុស។' };
  it.each<[EditionAction, string, Said]>([
    ['request_changes', 'transition.say_comment', { comment: 'Nên ghi rõ tên cơ quan.' }],
    ['sign_off', 'transition.say_revision_hash', { revisionHash: 'a'.repeat(64) }],
    ['schedule', 'transition.say_publish_at', { publishAt: new Date(at.getTime() + 1) }],
    ['correct', 'transition.say_note', { note: 'Sửa tên ông Kim Rương.' }],
    ['withdraw', 'transition.say_reason', { reason }],
  ])('%s: %s', (action, code, said) => {
    expect(unsaid(action, {}, at)).toMatchObject({ code, status: 422 });
    expect(unsaid(action, { comment: ' ', note: '\u00a0', revisionHash: '' }, at)?.code).toBe(code);
    expect(unsaid(action, said, at)).toBeNull();
  });

  it('a time to come', () => {
    for (const publishAt of [at, new Date(at.getTime() - 1)]) {
      expect(unsaid('schedule', { publishAt }, at)?.code).toBe('transition.publish_at_past');
    }
  });

  it('nothing with the other actions', () => {
    const silent = editionActions.filter((action) => unsaid(action, {}, at) === null);
    expect(silent).toEqual([
      'submit',
      'recall',
      'unschedule',
      'publish',
      'revise',
      'restore',
      'archive',
    ]);
  });
});

describe('the check at start', () => {
  const broken = (changes: Partial<UncheckedWorkflow>): UncheckedWorkflow => ({
    ...workflow,
    ...changes,
  });

  it('finds our table sound', () => {
    expect(() => checkWorkflow()).not.toThrow();
  });

  it.each<[string, Partial<UncheckedWorkflow>]>([
    ['no action leads to the state scheduled', { schedule: { ...workflow.schedule, to: [] } }],
    [
      'no action leads to the state in_review',
      { submit: { ...workflow.submit, from: ['approved'] } },
    ],
    ['no action leads to the state archived', { archive: { ...workflow.archive, while: [] } }],
    [
      'no action makes an edition withdrawn',
      { withdraw: { ...workflow.withdraw, becomes: 'live' } },
    ],
    [
      'archive records an unknown fact',
      { archive: { ...workflow.archive, records: 'edition.burnt' } },
    ],
    [
      'revise asks for an unknown permission',
      { revise: { ...workflow.revise, permission: 'edition.dream' } },
    ],
    ['restore records an unknown fact', { restore: { ...workflow.restore, records: 'toString' } }],
  ])('refuses a table in which %s', (what, changes) => {
    expect(() => checkWorkflow(broken(changes))).toThrow(`workflow: ${what}`);
  });
});

/** The table as people read it. */
function asMarkdown(): string {
  const rows = editionActions.map((action) => {
    const row = transition(action);
    const from = row.from.length === editionStates.length ? 'any' : row.from.join(', ');
    const seen = row.while.length === livenesses.length ? 'any' : row.while.join(', ');
    const to = row.to === 'same' ? 'the same' : row.to.join(' or ');
    const becomes = row.becomes ? `, ${row.becomes}` : '';
    return `| ${action} | ${from} | ${seen} | ${to}${becomes} | ${row.mustSay.join(', ')} | ${row.records} |`.replaceAll(
      '  ',
      ' ',
    );
  });
  return [
    '| action | from | readers see | to | must say | records |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

it('stands in the README as it is', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(asMarkdown());
});
