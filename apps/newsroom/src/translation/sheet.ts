import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, api, ifMatch, type Shape } from '../api/client';

export type Sheet = Shape<'SegmentSheet'>;
export type Segment = Sheet['items'][number];
export type Finding = Shape<'Finding'>;
export type FoundTerm = Shape<'FoundTerm'>;

export const sheetKey = (editionId: string): string[] => ['segments', editionId];

/** All segments of a translation with what is known of each. */
export const useSheet = (editionId: string): UseQueryResult<Sheet> =>
  useQuery({
    queryKey: sheetKey(editionId),
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{id}/segments', { params: { path: { id: editionId } } })),
  });

/** A segment as it is to be saved over the version that was seen. */
export interface Saving {
  readonly segment: Segment;
  readonly target: string;
  readonly status: 'draft' | 'confirmed';
}

/** Saves a segment; the sheet is brought up to date with the answer, not read anew. */
export function useSaveSegment(
  editionId: string,
): UseMutationResult<Shape<'SavedSegment'>, Error, Saving> {
  const queries = useQueryClient();
  return useMutation({
    // One save after the other: a segment's next save needs the version of the one before.
    scope: { id: `segments ${editionId}` },
    mutationFn: ({ segment, target, status }) => {
      const sheet = queries.getQueryData<Sheet>(sheetKey(editionId));
      const now = sheet?.items.find(({ id }) => id === segment.id) ?? segment;
      const params = {
        path: { id: segment.id },
        header: ifMatch(Math.max(now.version, segment.version)),
      };
      return answer(api.PUT('/api/v1/segments/{id}', { params, body: { target, status } }));
    },
    onSuccess: (saved) => {
      queries.setQueryData<Sheet>(sheetKey(editionId), (sheet) => sheet && withSaved(sheet, saved));
      // Whether it may be submitted depends on its segments.
      return queries.invalidateQueries({ queryKey: ['edition', editionId, 'transitions'] });
    },
  });
}

/** The sheet with one segment as it was saved; its terms stay, since its source did. */
export function withSaved(sheet: Sheet, saved: Shape<'SavedSegment'>): Sheet {
  const items = sheet.items.map((one) => (one.id === saved.id ? { ...one, ...saved } : one));
  return {
    ...sheet,
    items,
    confirmed: items.filter(({ status }) => status === 'confirmed').length,
    findings: {
      blocking: standing(items, 'blocking'),
      warning: standing(items, 'warning'),
      dismissed: items.flatMap(({ findings }) => findings).filter(({ dismissal }) => dismissal)
        .length,
    },
  };
}

const standing = (items: readonly Segment[], severity: Finding['severity']): number =>
  items
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.severity === severity && finding.dismissal === null).length;
