import type { ComponentChildren } from 'preact';
import { translate, type Language } from '@desk/languages';
import { feedAddress } from './addresses.js';
import { Footer } from './footer.js';
import type { Frame } from './frame.js';
import { jsonInHtml } from './json-in-html.js';
import { Masthead } from './masthead.js';

/** A whole page: head, masthead, content, footer. */
export function Document({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const { site, language, title } = frame;
  const organisation = site.organisation.name[language];
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === organisation ? title : `${title} – ${organisation}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b5a5f" />
        <link rel="stylesheet" href={site.assets.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={site.assets.emblem} />
        {frame.scripts?.map((path) => (
          <script src={path} defer />
        ))}
        <Discovery frame={frame} />
        {frame.preview !== undefined && <base target="_top" />}
      </head>
      <body>
        <a class="skip" href="#content">
          {translate(language, 'portal:site.skip')}
        </a>
        {frame.preview !== undefined && <p class="preview">{frame.preview}</p>}
        <Masthead frame={frame} />
        <main id="content" class="wrap" tabIndex={-1}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

/** What search engines and cards are told of the page. */
function Discovery({ frame }: { frame: Frame }) {
  const { site, path, languageLinks, defaultPath, openGraph, jsonLd, description } = frame;
  if (path === undefined) return <meta name="robots" content="noindex" />;
  const { sameInAll = true, feedsOf } = frame;
  const there = sameInAll ? languageLinks.filter(({ exists }) => exists) : [];
  return (
    <>
      {description && <meta name="description" content={description} />}
      <link rel="canonical" href={`${site.origin}${path}`} />
      {there.map(({ language, href }) => (
        <link rel="alternate" hreflang={language} href={`${site.origin}${href}`} />
      ))}
      {defaultPath && (
        <link rel="alternate" hreflang="x-default" href={`${site.origin}${defaultPath}`} />
      )}
      {feedsOf !== undefined && <FeedLinks language={frame.language} section={feedsOf} />}
      {Object.entries(openGraph ?? {}).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {jsonLd && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: jsonInHtml(jsonLd) }}
        />
      )}
    </>
  );
}

const feedTypes = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const;

/** Tells programs that read feeds where they are. */
function FeedLinks({ language, section }: { language: Language; section: string | null }) {
  return (
    <>
      {(['atom', 'rss', 'json'] as const).map((form) => (
        <link
          rel="alternate"
          type={feedTypes[form]}
          title={translate(language, `portal:feeds.${form}`)}
          href={feedAddress(language, form, section ?? undefined)}
        />
      ))}
    </>
  );
}
