import { LanguageMark } from '../design/language-mark';
import { FoundText } from './found-text';
import type { Unit } from './memory';
import classes from './memory.module.css';
import type { Sought } from './unit-card';

/** Both texts of a unit side by side; on a phone one below the other. */
export function UnitTexts({ unit, sought }: { unit: Unit; sought?: Sought }) {
  const sides = [
    { language: unit.sourceLanguage, written: unit.source },
    { language: unit.targetLanguage, written: unit.target },
  ];
  return (
    <div className={classes.texts}>
      {sides.map(({ language, written }, side) => (
        <div key={side} className={classes.text}>
          <LanguageMark language={language} />
          <FoundText
            language={language}
            written={written}
            {...(sought?.language === language && { sought: sought.text })}
          />
        </div>
      ))}
    </div>
  );
}
