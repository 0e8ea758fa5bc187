import { useTranslation } from 'react-i18next';
import { formatMoment, languageSchema } from '@desk/languages';
import { useSession } from '../session/session';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `in 3 hours`, `2 ngày trước`. */
export function relative(at: Date, now: Date, language: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const tag = language === 'km' ? 'km-KH-u-nu-khmr' : language;
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'minute');
}

/** A time as people write it, in the reader's time zone; `near`: how far off it is instead. */
export function Moment({ at, near = false }: { at: string; near?: boolean }) {
  const { i18n } = useTranslation();
  const { person } = useSession();
  const language = languageSchema.catch('vi').parse(i18n.language);
  const date = new Date(at);
  const whole = formatMoment(date, language, { timeZone: person.timeZone });
  return (
    <time dateTime={at} title={near ? whole : undefined}>
      {near ? relative(date, new Date(), language) : whole}
    </time>
  );
}
