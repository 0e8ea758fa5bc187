import { placeOfNotice } from './notice-place';

const nothing = { taskId: null, editionId: null, articleId: null };

it.each([
  [{ ...nothing, kind: 'task.opened', taskId: 't', editionId: 'e' }, '/tasks/t'],
  [{ ...nothing, kind: 'edition.changes_requested', editionId: 'e' }, '/editions/e'],
  [{ ...nothing, kind: 'edition.approved', editionId: 'e' }, '/review/e'],
  [{ ...nothing, kind: 'proposal.made' }, '/glossary'],
  [{ ...nothing, kind: 'password.changed' }, null],
] as const)('leads to the nearest thing', (notice, place) => {
  expect(placeOfNotice(notice)).toBe(place);
});
