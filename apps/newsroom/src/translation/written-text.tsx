import { Tooltip } from '@mantine/core';
import { Fragment } from 'react';
import type { Language } from '@desk/languages';
import { stretches, type CodePiece, type Over } from './pieces';
import type { Finding, FoundTerm } from './sheet';
import classes from './translation.module.css';

const signOf = ({ type, id }: CodePiece): string =>
  `${{ open: '▸', close: '◂', lone: '•' }[type]}${id}`;

/** The text of a segment with its codes as chips. */
export function WrittenText({ language, written }: { language: Language; written: string }) {
  return (
    <Marked language={language} written={written} things={[]} of="written" classOf={() => ''} />
  );
}

/** The source with the glossary's terms underlined; pointing at one tells how it is translated. */
export function SourceText({
  language,
  written,
  terms,
}: {
  language: Language;
  written: string;
  terms: readonly FoundTerm[];
}) {
  return (
    <Marked
      language={language}
      written={written}
      things={terms}
      of="plain"
      classOf={() => classes.term}
      labelOf={(number) => terms[number]?.targets.map(({ term }) => term).join(', ')}
    />
  );
}

/** The target with what the checks found in it. */
export function TargetText({
  language,
  written,
  findings,
}: {
  language: Language;
  written: string;
  findings: readonly Finding[];
}) {
  const there = findings.filter(
    ({ side, severity, dismissal }) => side === 'target' && severity !== 'note' && !dismissal,
  );
  return (
    <Marked
      language={language}
      written={written}
      things={there}
      of="written"
      classOf={(number) => classes[there[number]?.severity ?? 'warning']}
      labelOf={(number) => there[number]?.message}
    />
  );
}

function Marked({
  language,
  written,
  things,
  of,
  classOf,
  labelOf,
}: {
  language: Language;
  written: string;
  things: readonly Over[];
  of: 'plain' | 'written';
  classOf: (number: number) => string | undefined;
  labelOf?: (number: number) => string | undefined;
}) {
  return (
    <span lang={language}>
      {stretches(written, things, of).map(({ text, code, over }, place) => {
        const [first] = over;
        if (code) {
          return (
            <span key={place} className={classes.chip} translate="no">
              {signOf(code)}
            </span>
          );
        }
        if (first === undefined) return <Fragment key={place}>{text}</Fragment>;
        const label = labelOf?.(first);
        const marked = <span className={classOf(first)}>{text}</span>;
        return label ? (
          <Tooltip key={place} label={label}>
            {marked}
          </Tooltip>
        ) : (
          <Fragment key={place}>{marked}</Fragment>
        );
      })}
    </span>
  );
}
