import type { Shape } from '../api/client';
import type { Language } from '@desk/languages';
import classes from './translation.module.css';

/** What differs between a match's source and this one: added and removed are marked and said. */
export function Difference({
  language,
  runs,
}: {
  language: Language;
  runs: readonly Shape<'DifferenceRun'>[];
}) {
  return (
    <span lang={language}>
      {runs.map(({ kind, text }, place) => {
        if (kind === 'insert') {
          return (
            <ins key={place} className={classes.insert}>
              {text}
            </ins>
          );
        }
        if (kind === 'delete') {
          return (
            <del key={place} className={classes.delete}>
              {text}
            </del>
          );
        }
        return <span key={place}>{text}</span>;
      })}
    </span>
  );
}
