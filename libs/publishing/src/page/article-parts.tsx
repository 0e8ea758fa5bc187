import { nameOf, translate, type Language } from '@desk/languages';
import type { PublicEdition, PublishedPage } from '../published-page.js';
import { pageAddress } from './addresses.js';
import { Moment } from './moment.js';

/** Something a reader should know before reading. */
export function Notice({ title, text }: { title: string; text: string }) {
  return (
    <div class="notice" role="note">
      <p class="notice-title">{title}</p>
      <p>{text}</p>
    </div>
  );
}

/** What was corrected after publication, and when. */
export function Corrections({ page: { language, corrections } }: { page: PublishedPage }) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{translate(language, 'portal:article.corrections')}</h2>
      <ul>
        {corrections.map(({ at, note }) => (
          <li>
            <Moment at={new Date(at)} language={language} />
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OtherEditionsProps {
  /** The language of the page; its own edition is not listed. */
  readonly language: Language;
  readonly editions: readonly PublicEdition[];
  readonly title: string;
}

/** The same story in the other languages in which it can be read. */
export function OtherEditions({ language, editions, title }: OtherEditionsProps) {
  const others = editions.filter((edition) => edition.language !== language);
  if (others.length === 0) return null;
  return (
    <section class="editions" aria-labelledby="editions">
      <h2 id="editions">{title}</h2>
      <ul>
        {others.map((edition) => (
          <li>
            <span class="editions-language">{nameOf(edition.language, language)}</span>
            <a href={pageAddress(edition)} lang={edition.language} hreflang={edition.language}>
              {edition.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
