import type { Role } from '@desk/contracts';
import type { About, Grant, Person } from './person.js';

/**
 * Who may do what, in one place: API, jobs, streams and files all ask `can`. A permission is
 * held through a grant whose role is in its row and whose section and languages cover what is
 * asked about. `own`: only by one who wrote or translated the text; `notOwn`: only by one who
 * did not (guarantee A). Managing editors need not be authors where `ownExcept` names them.
 */
interface Rule {
  readonly roles: readonly Role[];
  readonly own?: true;
  readonly notOwn?: true;
  readonly ownExcept?: readonly Role[];
}

const everyRole: readonly Role[] = [
  'writer',
  'translator',
  'reviewer',
  'approver',
  'managing_editor',
  'administrator',
];

export const permissions = {
  'article.read': { roles: everyRole },
  'article.create': { roles: ['writer', 'managing_editor'] },
  'article.change': { roles: ['writer', 'managing_editor'] },
  'edition.write': { roles: ['writer', 'translator', 'managing_editor'] },
  'edition.submit': {
    roles: ['writer', 'translator', 'managing_editor'],
    own: true,
  },
  'edition.request_changes': { roles: ['reviewer', 'approver'] },
  'edition.sign_off': { roles: ['reviewer', 'approver'], notOwn: true },
  'edition.recall': {
    roles: ['writer', 'translator', 'managing_editor'],
    own: true,
    ownExcept: ['managing_editor'],
  },
  'edition.schedule': { roles: ['approver', 'managing_editor'] },
  'edition.publish': { roles: ['approver', 'managing_editor'] },
  'edition.revise': { roles: ['writer', 'translator', 'managing_editor'] },
  'edition.correct': { roles: ['approver'] },
  'edition.withdraw': { roles: ['managing_editor'] },
  'edition.archive': { roles: ['managing_editor'] },
  'comment.write': { roles: ['writer', 'translator', 'reviewer', 'approver', 'managing_editor'] },
  'task.translate': { roles: ['translator'] },
  'task.review': { roles: ['reviewer'], notOwn: true },
  'task.sign_off': { roles: ['approver'], notOwn: true },
  'task.reassign': { roles: ['managing_editor'] },
  'task.set_due': { roles: ['managing_editor'] },
  'view.share': { roles: ['managing_editor'] },
  'glossary.read': { roles: everyRole },
  'glossary.propose': {
    roles: ['writer', 'translator', 'reviewer', 'approver', 'managing_editor'],
  },
  'glossary.manage': { roles: ['managing_editor', 'administrator'] },
  'memory.read': { roles: everyRole },
  'memory.manage': { roles: ['managing_editor', 'administrator'] },
  'media.read': { roles: everyRole },
  'media.write': { roles: ['writer', 'translator', 'managing_editor'] },
  'sentence_rules.read': { roles: everyRole },
  'sentence_rules.manage': { roles: ['administrator'] },
  'engines.read': { roles: ['managing_editor', 'administrator'] },
  'team.read': { roles: ['managing_editor', 'administrator'] },
  'journal.read': { roles: ['managing_editor', 'administrator'] },
  'section.manage': { roles: ['administrator'] },
  'people.manage': { roles: ['administrator'] },
  'webhook.manage': { roles: ['administrator'] },
  'jobs.manage': { roles: ['administrator'] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;
const allPermissions = Object.keys(permissions) as Permission[];

/** What a person may do somewhere at all. */
export const permissionsOf = (person: Person): Permission[] =>
  allPermissions.filter((permission) => can(person, permission));

/** Whether `person` may do this; without `about`, whether they may do it anywhere at all. */
export function can(person: Person, permission: Permission, about?: About): boolean {
  const rule: Rule = permissions[permission];
  if (person.scopes !== null && !scopeCovers(person.scopes, permission)) return false;
  const contributed = about?.contributors?.includes(person.id);
  if (rule.notOwn && contributed === true) return false;
  return person.grants.some(
    (grant) =>
      rule.roles.includes(grant.role) &&
      (!rule.own || contributed !== false || rule.ownExcept?.includes(grant.role)) &&
      (about === undefined || covers(grant, about, permission)),
  );
}

/** A token's scope is a permission, or the first word of it and `.*`, or `read`. */
function scopeCovers(scopes: readonly string[], permission: Permission): boolean {
  const group = `${permission.split('.')[0] ?? ''}.*`;
  return scopes.some(
    (scope) =>
      scope === permission || scope === group || (scope === 'read' && permission.endsWith('.read')),
  );
}

/** Whether a grant reaches the section and languages. */
function covers(grant: Grant, about: About, permission: Permission): boolean {
  if (grant.sectionId !== null && grant.sectionId !== about.sectionId) return false;
  if (permission === 'article.read' || permission === 'comment.write') return true;
  const { language, sourceLanguage } = about;
  if (language === undefined) return true;
  switch (grant.role) {
    case 'writer':
      return sourceLanguage === undefined || language === sourceLanguage;
    case 'translator':
      return (
        language !== sourceLanguage &&
        (grant.language === null || grant.language === language) &&
        (grant.sourceLanguage === null ||
          sourceLanguage === undefined ||
          grant.sourceLanguage === sourceLanguage)
      );
    case 'reviewer':
    case 'approver':
      return grant.language === null || grant.language === language;
    case 'managing_editor':
    case 'administrator':
      return true;
  }
}

/** The sections that a person may see: all (`null`), or those listed. */
export function visibleSections(person: Person): readonly string[] | null {
  if (!can(person, 'article.read')) return [];
  const seen = new Set<string>();
  for (const grant of person.grants) {
    if (grant.sectionId === null) return null;
    seen.add(grant.sectionId);
  }
  return [...seen];
}
