import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api, type Shape } from '../api/client';

export type Sheet = Shape<'SegmentSheet'>;
export type Segment = Sheet['items'][number];
export type Finding = Shape<'Finding'>;
export type FoundTerm = Shape<'FoundTerm'>;

export const sheetKey = (editionId: string): string[] => ['segments', editionId];

export const readSheet = (editionId: string): Promise<Sheet> =>
  answer(api.GET('/api/v1/editions/{id}/segments', { params: { path: { id: editionId } } }));

/** All segments of a translation with what is known of each. */
export const useSheet = (editionId: string): UseQueryResult<Sheet> =>
  useQuery({ queryKey: sheetKey(editionId), queryFn: () => readSheet(editionId) });

/** Marks a segment as doubtful or not; its text stays as it is. */
export function useDoubt(editionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, doubtful }: Segment) =>
      answer(
        api.PUT('/api/v1/segments/{id}/doubt', {
          params: { path: { id } },
          body: { doubtful: !doubtful },
        }),
      ),
    onSuccess: (marked) => {
      queries.setQueryData<Sheet>(
        sheetKey(editionId),
        (sheet) => sheet && withSaved(sheet, marked),
      );
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
