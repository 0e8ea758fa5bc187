import { formatMoment, type Language } from '@desk/languages';

/** A time as people of the language write it, and as machines read it. */
export function Moment({ at, language }: { at: Date; language: Language }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at, language)}</time>;
}
