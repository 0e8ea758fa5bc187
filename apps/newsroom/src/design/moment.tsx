import { useTranslation } from 'react-i18next';
import { formatMoment, languageSchema, relativeTime } from '@desk/languages';
import { useSession } from '../session/session';

/** A time as people write it, in the reader's time zone; `near`: how far off it is instead. */
export function Moment({ at, near = false }: { at: string; near?: boolean }) {
  const { i18n } = useTranslation();
  const { person } = useSession();
  const language = languageSchema.catch('vi').parse(i18n.language);
  const date = new Date(at);
  const whole = formatMoment(date, language, { timeZone: person.timeZone });
  return (
    <time dateTime={at} title={near ? whole : undefined}>
      {near ? relativeTime(date, new Date(), language) : whole}
    </time>
  );
}
