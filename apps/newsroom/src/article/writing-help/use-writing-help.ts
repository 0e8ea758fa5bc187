import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { WritingFinding, WritingReport } from '@desk/contracts';
import { answer, api } from '../../api/client';
import { announce } from '../../design/announce';
import type { EditionText } from '../edition-text';
import type { BodyHands } from '../editor/body-editor';
import { corrected } from './corrected';
import { linesOfText } from './lines-of-text';
import type { WritingHands } from './writing-panel';

/** So long nothing is typed before the text is looked through. */
const PAUSE_MS = 1_200;

/** What can be said of the text, looked through at every pause and marked in the body. */
export function useReport(
  editionId: string,
  text: EditionText,
  hands: RefObject<BodyHands | null>,
): UseQueryResult<WritingReport> {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const { title, summary, body } = settled;
  const report = useQuery({
    queryKey: ['writing-checks', editionId, title, summary, body],
    queryFn: () =>
      answer(
        api.POST('/api/v1/editions/{id}/writing-checks', {
          params: { path: { id: editionId } },
          body: { lines: linesOfText(settled) },
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
  const items = report.data?.items;
  useEffect(() => {
    hands.current?.show(items ?? []);
  }, [items, hands]);
  return report;
}

/** What the panel's buttons do to title, summary and body; nothing while `change` is null. */
export function useHands(
  text: EditionText,
  change: ((part: Partial<EditionText>) => void) | null,
  hands: RefObject<BodyHands | null>,
): WritingHands {
  const { t } = useTranslation('article');
  const correct = (chosen: readonly (readonly [WritingFinding, string])[]): void => {
    if (!change) return;
    const now = { title: text.title, summary: text.summary };
    let done = 0;
    // From the end on: what is put right must not move what is still to come.
    for (const [finding, correction] of chosen.toReversed()) {
      const { path } = finding;
      if (path === 'title' || path === 'summary') {
        const line = corrected(now[path], finding, correction);
        if (line === null) continue;
        now[path] = line;
        done += 1;
      } else if (hands.current?.correct(finding, correction)) done += 1;
    }
    if (now.title !== text.title) change({ title: now.title });
    if (now.summary !== text.summary) change({ summary: now.summary });
    announce(t(done > 0 ? 'writing.corrected' : 'writing.gone'));
  };
  return {
    correct,
    goTo: ({ path, from, to, words }) => {
      if (path === 'title' || path === 'summary') {
        document.getElementById(`article-${path}`)?.focus();
      } else if (!hands.current?.goTo({ path, from, to, quote: words })) {
        announce(t('writing.gone'));
      }
    },
  };
}
