import type { QueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { ApiProblem, hasCode } from '../api/problem';
import type { Outcome, Saved } from '../drafts/autosave';
import { textOf, type EditionText } from './edition-text';

type EditionToRead = Shape<'EditionToRead'>;

/** Sends a text over the version that it was written over, and says what became of it. */
export async function sendText(
  queries: QueryClient,
  editionId: string,
  text: EditionText,
  version: number,
): Promise<Outcome<EditionText>> {
  try {
    const saved = await answer(
      api.PUT('/api/v1/editions/{id}/working-copy', {
        params: { path: { id: editionId }, header: ifMatch(version) },
        body: { ...text, seo: { ...text.seo } },
      }),
    );
    queries.setQueryData<EditionToRead>(
      ['edition', editionId],
      (before) => before && { ...before, ...saved },
    );
    return { kind: 'saved', version: saved.version };
  } catch (error) {
    if (hasCode(error, 'edition.text_changed_meanwhile')) {
      return read(editionId).then(
        (theirs) => ({ kind: 'conflict', theirs }),
        () => ({ kind: 'away', error }),
      );
    }
    const final = error instanceof ApiProblem && error.status < 500 && error.status !== 429;
    if (final) void queries.invalidateQueries({ queryKey: ['edition', editionId] });
    return { kind: final ? 'refused' : 'away', error };
  }
}

async function read(editionId: string): Promise<Saved<EditionText>> {
  const path = { id: editionId };
  const edition = await answer(api.GET('/api/v1/editions/{id}', { params: { path } }));
  return { text: textOf(edition), version: edition.version };
}
