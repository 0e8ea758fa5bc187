import type { CheckedPair, TermInText } from './checked-pair.js';
import type { Remark } from './finding.js';

/** Terms that the glossary forbids, and concepts of the source that the translation does not name. */
export function checkTerms({ terms, to }: CheckedPair): Remark[] {
  if (!terms) return [];
  const forbidden = terms.target
    .filter(({ status }) => status === 'forbidden')
    .map(({ conceptId, term, start, end }): Remark => {
      const preferred = terms.preferred[conceptId];
      const fix =
        preferred !== undefined && to.asWritten(start, end)
          ? { fix: { start, end, text: preferred } }
          : {};
      return preferred === undefined
        ? { check: 'terms', side: 'target', start, end, key: 'forbidden', params: { term } }
        : {
            check: 'terms',
            side: 'target',
            start,
            end,
            key: 'forbidden_for',
            params: { term, preferred },
            ...fix,
          };
    });
  return [...forbidden, ...missing(terms.source, terms.target, terms.preferred)];
}

function missing(
  source: readonly TermInText[],
  target: readonly TermInText[],
  preferred: Readonly<Record<string, string>>,
): Remark[] {
  // A forbidden term is told as such, not as a missing one besides.
  const named = new Set(target.map(({ conceptId }) => conceptId));
  const told = new Set<string>();
  return source.flatMap(({ conceptId, term, start, end }): Remark[] => {
    const wanted = preferred[conceptId];
    if (wanted === undefined || named.has(conceptId) || told.has(conceptId)) return [];
    told.add(conceptId);
    return [
      {
        check: 'terms',
        side: 'source',
        start,
        end,
        key: 'missing',
        params: { term, preferred: wanted },
      },
    ];
  });
}
