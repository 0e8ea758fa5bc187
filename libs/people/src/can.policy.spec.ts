import { roles, type Role } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { can, permissions, visibleSections, type Permission } from './can.policy.js';
import type { About, Grant, Person } from './person.js';

const me = '01890000-0000-7000-8000-000000000001';
const another = '01890000-0000-7000-8000-000000000002';
const news = '01890000-0000-7000-8000-00000000000a';
const culture = '01890000-0000-7000-8000-00000000000b';

const all = Object.keys(permissions) as Permission[];

const granted = (role: Role, part: Partial<Grant> = {}): Grant => ({
  role,
  sectionId: null,
  sourceLanguage: null,
  language: null,
  ...part,
});
const person = (grants: readonly Grant[], scopes: readonly string[] | null = null): Person => ({
  id: me,
  name: 'Kiên Sa Thi',
  email: 'kien@huunghi.example',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  grants,
  scopes,
});

/** Who may do what at all, as the newsroom has it; written here once more, by hand. */
const table: Record<Permission, string> = {
  //                           writer translator reviewer approver managing administrator
  'article.read': '            w      t          r        a        m        d',
  'article.create': '          w      -          -        -        m        -',
  'article.change': '          w      -          -        -        m        -',
  'edition.write': '           w      t          -        -        m        -',
  'edition.submit': '          w      t          -        -        m        -',
  'edition.request_changes': ' -      -          r        a        -        -',
  'edition.sign_off': '        -      -          r        a        -        -',
  'edition.recall': '          w      t          -        -        m        -',
  'edition.schedule': '        -      -          -        a        m        -',
  'edition.publish': '         -      -          -        a        m        -',
  'edition.revise': '          w      t          -        -        m        -',
  'edition.correct': '         -      -          -        a        -        -',
  'edition.withdraw': '        -      -          -        -        m        -',
  'edition.archive': '         -      -          -        -        m        -',
  'comment.write': '           w      t          r        a        m        -',
  'task.translate': '          -      t          -        -        -        -',
  'task.review': '             -      -          r        -        -        -',
  'task.sign_off': '           -      -          -        a        -        -',
  'task.reassign': '           -      -          -        -        m        -',
  'task.set_due': '           -      -          -        -        m        -',
  'view.share': '              -      -          -        -        m        -',
  'glossary.read': '           w      t          r        a        m        d',
  'glossary.propose': '        w      t          r        a        m        -',
  'glossary.manage': '         -      -          -        -        m        d',
  'memory.read': '             w      t          r        a        m        d',
  'memory.manage': '           -      -          -        -        m        d',
  'media.read': '              w      t          r        a        m        d',
  'media.write': '             w      t          -        -        m        -',
  'sentence_rules.read': '     w      t          r        a        m        d',
  'sentence_rules.manage': '   -      -          -        -        -        d',
  'engines.read': '            -      -          -        -        m        d',
  'team.read': '               -      -          -        -        m        d',
  'journal.read': '            -      -          -        -        m        d',
  'section.manage': '          -      -          -        -        -        d',
  'people.manage': '           -      -          -        -        -        d',
  'webhook.manage': '          -      -          -        -        -        d',
  'jobs.manage': '             -      -          -        -        -        d',
};
const letters: Record<Role, string> = {
  writer: 'w',
  translator: 't',
  reviewer: 'r',
  approver: 'a',
  managing_editor: 'm',
  administrator: 'd',
};
const mayAtAll = (role: Role, permission: Permission): boolean =>
  table[permission].includes(letters[role]);

const cells = all.flatMap((permission) => roles.map((role) => [permission, role] as const));

/** A text that everybody's languages fit: writers and editors the source, translators another. */
const fitting = (role: Role): Pick<About, 'language' | 'sourceLanguage'> =>
  role === 'translator'
    ? { language: 'km', sourceLanguage: 'vi' }
    : { language: 'vi', sourceLanguage: 'vi' };

/** Permissions that only who wrote the text has, and those that only others have. */
const ownOnly: readonly Permission[] = ['edition.submit', 'edition.recall'];
const othersOnly: readonly Permission[] = ['edition.sign_off', 'task.review', 'task.sign_off'];
const authorship = (permission: Permission, role: Role, own: boolean): boolean => {
  if (othersOnly.includes(permission)) return !own;
  if (permission === 'edition.recall' && role === 'managing_editor') return true;
  return ownOnly.includes(permission) ? own : true;
};

describe('the table of permissions', () => {
  it('is the one that is written down here, row for row', () => {
    expect(Object.keys(table).sort()).toEqual([...all].sort());
  });

  it.each(cells)('%s of a %s, everywhere', (permission, role) => {
    const somebody = person([granted(role)]);
    expect(can(somebody, permission)).toBe(mayAtAll(role, permission));
    expect(can(somebody, permission, { sectionId: news, ...fitting(role) })).toBe(
      mayAtAll(role, permission),
    );
  });

  it.each(cells)('%s of a %s, in their section and in no other', (permission, role) => {
    const somebody = person([granted(role, { sectionId: news })]);
    const may = mayAtAll(role, permission);
    expect(can(somebody, permission, { sectionId: news, ...fitting(role) })).toBe(may);
    expect(can(somebody, permission, { sectionId: culture, ...fitting(role) })).toBe(false);
  });

  it.each(cells)('%s of a %s, of their own text and of others’', (permission, role) => {
    for (const own of [true, false]) {
      const contributors = own ? [another, me] : [another];
      const about = { sectionId: news, ...fitting(role), contributors };
      expect(can(person([granted(role)]), permission, about)).toBe(
        mayAtAll(role, permission) && authorship(permission, role, own),
      );
    }
  });
});

const pairs = (['vi', 'en', 'km'] as const).flatMap((language) =>
  (['vi', 'en', 'km'] as const).map((source) => [language, source] as const),
);

/** Permissions that reach beyond one's languages, as they are of the section or of the team. */
const ofEveryLanguage: readonly Permission[] = ['article.read', 'comment.write'];

describe('languages narrow', () => {
  const asked = (grant: Grant, permission: Permission, language: Language, source: Language) =>
    can(person([grant]), permission, { sectionId: news, language, sourceLanguage: source });
  const textual = all.filter((one) => !ofEveryLanguage.includes(one));

  it.each(pairs)('writers to the source: %s from %s', (language, source) => {
    for (const permission of textual.filter((one) => mayAtAll('writer', one))) {
      expect(asked(granted('writer'), permission, language, source)).toBe(language === source);
    }
  });

  it.each(pairs)('translators to their pair: %s from %s', (language, source) => {
    for (const permission of textual.filter((one) => mayAtAll('translator', one))) {
      const isTranslation = language !== source;
      const toKhmer = granted('translator', { language: 'km' });
      const viToKm = granted('translator', { sourceLanguage: 'vi', language: 'km' });
      const fromVi = granted('translator', { sourceLanguage: 'vi' });
      expect(asked(granted('translator'), permission, language, source)).toBe(isTranslation);
      expect(asked(toKhmer, permission, language, source)).toBe(isTranslation && language === 'km');
      expect(asked(fromVi, permission, language, source)).toBe(isTranslation && source === 'vi');
      expect(asked(viToKm, permission, language, source)).toBe(
        language === 'km' && source === 'vi',
      );
    }
  });

  it.each(pairs)('reviewers and approvers to theirs: %s from %s', (language, source) => {
    for (const role of ['reviewer', 'approver'] as const) {
      for (const permission of textual.filter((one) => mayAtAll(role, one))) {
        const ofKhmer = granted(role, { language: 'km' });
        expect(asked(ofKhmer, permission, language, source)).toBe(language === 'km');
        expect(asked(granted(role), permission, language, source)).toBe(true);
      }
    }
  });

  it.each(pairs)('but not reading, nor talking about it: %s from %s', (language, source) => {
    const viToKm = granted('translator', { sourceLanguage: 'vi', language: 'km' });
    const grants = [viToKm, granted('writer'), granted('approver', { language: 'km' })];
    for (const grant of grants) {
      for (const permission of ofEveryLanguage) {
        expect(asked(grant, permission, language, source)).toBe(true);
      }
    }
  });

  it('not by what is not said', () => {
    const viToKm = person([granted('translator', { sourceLanguage: 'vi', language: 'km' })]);
    expect(can(viToKm, 'task.translate', { sectionId: news })).toBe(true);
    expect(can(viToKm, 'task.translate', { sectionId: news, language: 'km' })).toBe(true);
    expect(can(viToKm, 'task.translate', { sectionId: news, language: 'en' })).toBe(false);
  });
});

describe('several grants', () => {
  it('A: are of no help to sign what one wrote', () => {
    const both = person(roles.map((role) => granted(role)));
    const own = { sectionId: news, ...fitting('writer'), contributors: [me] };
    expect(can(both, 'edition.sign_off', own)).toBe(false);
    expect(can(both, 'edition.sign_off', { ...own, contributors: [another] })).toBe(true);
  });

  it('do not lend each other their section or language', () => {
    const somebody = person([
      granted('writer', { sectionId: news }),
      granted('approver', { sectionId: culture, language: 'km' }),
    ]);
    expect(can(somebody, 'edition.sign_off', { sectionId: news, language: 'km' })).toBe(false);
    expect(can(somebody, 'edition.sign_off', { sectionId: culture, language: 'vi' })).toBe(false);
    expect(can(somebody, 'edition.sign_off', { sectionId: culture, language: 'km' })).toBe(true);
    expect(visibleSections(somebody)).toEqual([news, culture]);
  });

  it('none: nothing may be done and nothing seen', () => {
    const nobody = person([]);
    expect(all.filter((permission) => can(nobody, permission))).toEqual([]);
    expect(visibleSections(nobody)).toEqual([]);
  });

  it('one for every section lets all sections be seen', () => {
    const somebody = person([granted('writer', { sectionId: news }), granted('reviewer')]);
    expect(visibleSections(somebody)).toBeNull();
  });
});

describe('a token', () => {
  const everything = roles.map((role) => granted(role));
  const open = (scopes: readonly string[], grants = everything): Permission[] =>
    all.filter((permission) => can(person(grants, scopes), permission));

  it('opens what its scopes name and nothing else', () => {
    expect(open([])).toEqual([]);
    expect(open(['edition.publish'])).toEqual(['edition.publish']);
    expect(open(['task.*'])).toEqual(all.filter((one) => one.startsWith('task.')));
    expect(open(['read'])).toEqual([
      'article.read',
      'glossary.read',
      'memory.read',
      'media.read',
      'sentence_rules.read',
      'engines.read',
      'team.read',
      'journal.read',
    ]);
    expect(open(['edition', 'edition.', '*', '.*'])).toEqual([]);
  });

  it.each(roles)('never opens more than its owner may: %s', (role) => {
    const groups = [...new Set(all.map((one) => `${one.split('.')[0]}.*`))];
    expect(open(['read', ...groups], [granted(role)])).toEqual(
      all.filter((permission) => mayAtAll(role, permission)),
    );
  });

  it('without reading sees no section', () => {
    expect(visibleSections(person(everything, ['edition.publish']))).toEqual([]);
    expect(visibleSections(person(everything, ['read']))).toBeNull();
  });
});
