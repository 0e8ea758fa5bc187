import type { Language } from '@desk/languages';
import { plainText } from '@desk/contracts';
import { stretches } from '../translation/pieces';
import { WrittenText } from '../translation/written-text';
import { foundIn } from './found-in';
import classes from './memory.module.css';

/** A text of the memory, with what was sought marked where it stands. */
export function FoundText({
  language,
  written,
  sought,
}: {
  language: Language;
  written: string;
  sought?: string;
}) {
  const found = sought ? foundIn(plainText(written), sought) : [];
  if (found.length === 0) return <WrittenText language={language} written={written} />;
  return (
    <span lang={language}>
      {stretches(written, found, 'plain').map(({ text, code, over }, place) => {
        if (code) return <CodeSign key={place} id={code.id} />;
        return over.length > 0 ? (
          <mark key={place} className={classes.found}>
            {text}
          </mark>
        ) : (
          <span key={place}>{text}</span>
        );
      })}
    </span>
  );
}

function CodeSign({ id }: { id: number }) {
  return (
    <span className={classes.code} translate="no">
      {id}
    </span>
  );
}
