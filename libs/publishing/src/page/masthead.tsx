import { nameOf, translate, type Language } from '@desk/languages';
import { frontAddress, searchAddress, sectionAddress } from './addresses.js';
import { Emblem } from './emblem.js';
import type { Frame } from './frame.js';

/** The head of every page: who speaks, the languages, the sections. */
export function Masthead({ frame }: { frame: Frame }) {
  const { site, language, path } = frame;
  const front = frontAddress(language);
  return (
    <header class="masthead">
      <div class="wrap masthead-row">
        <a class="brand" href={front} aria-current={path === front ? 'page' : undefined}>
          <Emblem />
          <span class="brand-text">
            <span class="brand-kind">{site.organisation.portal[language]}</span>{' '}
            <span class="brand-name">{site.organisation.name[language]}</span>
          </span>
        </a>
        <div class="masthead-tools">
          <LanguageSwitch frame={frame} />
          {!frame.hasOwnSearch && <SearchBox language={language} />}
        </div>
      </div>
      <SectionNav frame={frame} />
    </header>
  );
}

/** The way to the search from every page. */
function SearchBox({ language }: { language: Language }) {
  return (
    <form class="search-box" role="search" action={searchAddress(language)} method="get">
      <input
        type="search"
        name="q"
        maxLength={200}
        required
        aria-label={translate(language, 'portal:search.label')}
        placeholder={translate(language, 'portal:search.label')}
        autocomplete="off"
      />
      <button type="submit">{translate(language, 'portal:search.submit')}</button>
    </form>
  );
}

function LanguageSwitch({ frame }: { frame: Frame }) {
  const { language: here, languageLinks } = frame;
  return (
    <nav class="languages" aria-label={translate(here, 'portal:site.languages')}>
      <ul>
        {languageLinks.map(({ language, href, exists }) => (
          <li>
            <a
              href={href}
              lang={language}
              hreflang={language}
              aria-current={language === here ? 'true' : undefined}
            >
              {nameOf(language, language)}
              {!exists && (
                <span class="not-yet" lang={here}>
                  {' '}
                  ({translate(here, 'portal:switch.not_yet_short')})
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionNav({ frame }: { frame: Frame }) {
  const { language, sections, sectionCode, path } = frame;
  if (sections.length === 0) return null;
  return (
    <nav class="sections" aria-label={translate(language, 'portal:site.sections')}>
      <ul class="wrap">
        {sections.map(({ code, names }) => {
          const href = sectionAddress(language, code);
          const current = path === href ? 'page' : code === sectionCode ? 'true' : undefined;
          return (
            <li>
              <a href={href} aria-current={current}>
                {names[language]}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
