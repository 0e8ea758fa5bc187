import { noticeKinds, type NoticeKind, type Role } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Grant, Person } from '@desk/people';
import { hearing } from './hearing.js';
import { emptySituation, type Situation } from './situation.js';
import { namedIn, rolesThatHear, whoHears } from './who-hears.policy.js';

const here = '01976a00-0000-7000-8000-000000000001';
const elsewhere = '01976a00-0000-7000-8000-000000000002';

const everybody = new Map<string, Person>();

function person(
  id: string,
  role: Role,
  part: Partial<Grant> = {},
  language: Language = 'vi',
): Person {
  const grants = [{ role, sectionId: null, sourceLanguage: null, language: null, ...part }];
  const one: Person = {
    id,
    name: id,
    email: `${id}@huunghi.example`,
    language,
    timeZone: 'Asia/Ho_Chi_Minh',
    grants,
    scopes: null,
  };
  everybody.set(id, one);
  return one;
}

person('Hạnh, writer', 'writer', { sectionId: here });
person('Tâm, writer too', 'writer', { sectionId: here });
person('Sa Rây, vi → km', 'translator', { sourceLanguage: 'vi', language: 'km' });
person('Lan, vi → en', 'translator', { sourceLanguage: 'vi', language: 'en' });
person('Vuth, reviews km', 'reviewer', { language: 'km' });
person('Dung, reviews vi', 'reviewer', { language: 'vi' });
person('Minh, approver', 'approver', { sectionId: here });
person('Sok, approves km', 'approver', { sectionId: here, language: 'km' });
person('Đạt, managing editor', 'managing_editor', { sectionId: here });
person('Phượng, approver elsewhere', 'approver', { sectionId: elsewhere });
person('Quân, editor elsewhere', 'managing_editor', { sectionId: elsewhere });
person('An, administrator', 'administrator');
person('Thu, follows', 'writer', { sectionId: here });
person('Bảo, follows from elsewhere', 'writer', { sectionId: elsewhere });

const km = {
  sectionId: here,
  language: 'km',
  sourceLanguage: 'vi',
  contributors: ['Sa Rây, vi → km', 'Hạnh, writer'],
} as const;

/** The Khmer translation of an article, with everything that can be known about it. */
const situation: Situation = {
  ...emptySituation,
  about: km,
  languageReview: true,
  signed: ['Vuth, reviews km'],
  thread: ['Minh, approver', 'Sa Rây, vi → km'],
  followsArticle: ['Thu, follows', 'Bảo, follows from elsewhere'],
  followsSection: ['Tâm, writer too'],
};

const hearers = (
  fact: NoticeKind,
  actorId: string | null,
  of: Situation = situation,
  payload: Record<string, unknown> = {},
): string[] =>
  whoHears({ fact, actorId, payload }, of, [...everybody.values()]).map(
    ({ person: { id }, reason }) => `${id}: ${reason}`,
  );

describe('who hears', () => {
  const task = (assigneeId: string | null): Situation => ({
    ...situation,
    task: { kind: 'translate', assigneeId, about: { ...km, contributors: [] } },
  });

  it.each<[NoticeKind, string | null, string[]]>([
    ['edition.submitted', 'Sa Rây, vi → km', ['Vuth, reviews km: next_to_sign']],
    [
      'edition.changes_requested',
      'Vuth, reviews km',
      [
        'Hạnh, writer: contributor',
        'Sa Rây, vi → km: contributor',
        'Thu, follows: follows_article',
      ],
    ],
    [
      'edition.signed_off',
      'Vuth, reviews km',
      ['Hạnh, writer: contributor', 'Sa Rây, vi → km: contributor'],
    ],
    [
      'edition.approved',
      'Minh, approver',
      [
        'Hạnh, writer: contributor',
        'Sa Rây, vi → km: contributor',
        'Sok, approves km: may_publish',
        'Đạt, managing editor: may_publish',
        'Thu, follows: follows_article',
      ],
    ],
    ['edition.recalled', 'Sa Rây, vi → km', ['Vuth, reviews km: signed']],
    [
      'edition.published',
      'Đạt, managing editor',
      [
        'Hạnh, writer: contributor',
        'Tâm, writer too: follows_section',
        'Sa Rây, vi → km: contributor',
        'Thu, follows: follows_article',
      ],
    ],
    [
      'comment.added',
      'Vuth, reviews km',
      [
        'Hạnh, writer: contributor',
        'Sa Rây, vi → km: thread',
        'Minh, approver: thread',
        'Thu, follows: follows_article',
      ],
    ],
    [
      'release.failed',
      null,
      [
        'Minh, approver: approver',
        'Sok, approves km: approver',
        'Đạt, managing editor: managing_editor',
      ],
    ],
    ['job.died', null, ['An, administrator: administrator']],
    ['webhook.disabled', null, ['An, administrator: administrator']],
  ])('%s, done by %s', (fact, actorId, expected) => {
    expect(hearers(fact, actorId)).toEqual(expected);
  });

  it('tells those who may do a task that waits, by kind, language pair and section', () => {
    expect(hearers('task.opened', null, task(null))).toEqual(['Sa Rây, vi → km: may_do_task']);
    const review: Situation = {
      ...situation,
      task: { kind: 'review', assigneeId: null, about: km },
    };
    expect(hearers('task.opened', null, review)).toEqual(['Vuth, reviews km: may_do_task']);
    const signOff: Situation = {
      ...situation,
      task: { kind: 'sign_off', assigneeId: null, about: km },
    };
    expect(hearers('task.opened', null, signOff)).toEqual([
      'Minh, approver: may_do_task',
      'Sok, approves km: may_do_task',
    ]);
  });

  it('tells only whoever has a task, and of a late one the managing editor too', () => {
    const lan = task('Lan, vi → en');
    expect(hearers('task.due_soon', null, lan)).toEqual(['Lan, vi → en: assignee']);
    expect(hearers('task.overdue', null, lan)).toEqual([
      'Lan, vi → en: assignee',
      'Đạt, managing editor: managing_editor',
    ]);
    expect(hearers('task.lapsed', null, lan)).toEqual(['Lan, vi → en: assignee']);
    for (const fact of ['task.reassigned', 'task.due_set'] as const) {
      expect(hearers(fact, 'Đạt, managing editor', lan)).toEqual(['Lan, vi → en: assignee']);
    }
    expect(hearers('task.due_set', 'Đạt, managing editor', task(null))).toEqual([]);
  });

  it('tells terminologists of all sections of a proposal, and its proposer what became of it', () => {
    const proposal = { ...emptySituation, proposerId: 'Lan, vi → en' };
    expect(hearers('proposal.made', 'Lan, vi → en', proposal)).toEqual([
      'Đạt, managing editor: terminologist',
      'Quân, editor elsewhere: terminologist',
      'An, administrator: terminologist',
    ]);
    for (const fact of ['proposal.accepted', 'proposal.declined'] as const) {
      expect(hearers(fact, 'Đạt, managing editor', proposal)).toEqual(['Lan, vi → en: proposer']);
    }
  });

  it('sends a text to the approvers at once where no language review is asked for', () => {
    const unreviewed = { ...situation, languageReview: false };
    expect(hearers('edition.submitted', 'Sa Rây, vi → km', unreviewed)).toEqual([
      'Minh, approver: next_to_sign',
      'Sok, approves km: next_to_sign',
    ]);
  });

  it('does not tell of the last sign-off twice', () => {
    expect(hearers('edition.signed_off', 'Minh, approver', situation, { to: 'approved' })).toEqual(
      [],
    );
  });

  it.each(noticeKinds)('never tells whoever did it, but of their own account: %s', (kind) => {
    for (const { id } of everybody.values()) {
      const isOwn = 'alsoSelf' in hearing[kind];
      const own = { ...(isOwn ? emptySituation : task(null)), ownAccountId: id };
      const heard = hearers(kind, id, own).filter((line) => line.startsWith(`${id}:`));
      expect(heard).toEqual(isOwn ? [`${id}: own_account`] : []);
    }
  });

  it('tells of a changed address even whoever changed it', () => {
    const own = { ...emptySituation, ownAccountId: 'Hạnh, writer' };
    expect(hearers('account.changed', 'Hạnh, writer', own, { fields: ['name'] })).toEqual([]);
    expect(hearers('account.changed', 'Hạnh, writer', own, { fields: ['email'] })).toEqual([
      'Hạnh, writer: own_account',
    ]);
  });

  it.each(noticeKinds)('tells only who may see the section (guarantee H): %s', (kind) => {
    const outsiders = [
      'Phượng, approver elsewhere',
      'Quân, editor elsewhere',
      'Bảo, follows from elsewhere',
    ];
    const all = { ...task(null), thread: outsiders, signed: outsiders, followsSection: outsiders };
    for (const line of hearers(kind, null, all)) {
      expect(outsiders.some((outsider) => line.startsWith(outsider))).toBe(false);
    }
  });

  it.each(noticeKinds)('asks the database about everybody who could hear: %s', (kind) => {
    const all = { ...task('Lan, vi → en'), ownAccountId: 'Hạnh, writer' };
    for (const one of [all, { ...all, ...task(null) }, { ...all, languageReview: false }]) {
      const asked = new Set([
        ...namedIn(one),
        ...[...everybody.values()]
          .filter(({ grants }) => grants.some(({ role }) => rolesThatHear(kind).includes(role)))
          .map(({ id }) => id),
      ]);
      for (const {
        person: { id },
      } of whoHears({ fact: kind, actorId: null, payload: {} }, one, [...everybody.values()])) {
        expect(asked).toContain(id);
      }
    }
  });
});
