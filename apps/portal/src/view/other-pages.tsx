import { languages, translate } from '@desk/languages';
import type { PublicEdition, PublishedPage } from '@desk/published-pages';
import {
  Document,
  type Frame,
  frontAddress,
  Labelled,
  Moment,
  OtherEditions,
} from '@desk/public-page';

/** Stands at the address of a withdrawn text: why it is gone, and what can still be read. */
export function WithdrawnPage(props: {
  frame: Frame;
  page: PublishedPage;
  editions: readonly PublicEdition[];
}) {
  const { frame, page, editions } = props;
  const { language } = frame;
  return (
    <Document frame={frame}>
      <div class="message">
        <h1>{translate(language, 'portal:withdrawn.title')}</h1>
        {page.withdrawalReason && (
          <>
            <h2>{translate(language, 'portal:withdrawn.reason')}</h2>
            <p class="reason">{page.withdrawalReason[language]}</p>
          </>
        )}
        {page.withdrawnAt && (
          <p class="news-time">
            <Labelled language={language} label="portal:withdrawn.since" hole="when">
              <Moment at={page.withdrawnAt} language={language} />
            </Labelled>
          </p>
        )}
        <OtherEditions
          language={language}
          editions={editions}
          title={translate(language, 'portal:withdrawn.others')}
        />
      </div>
    </Document>
  );
}

/** The story is there, but not in this language yet. */
export function NotYetPage(props: { frame: Frame; editions: readonly PublicEdition[] }) {
  const { frame, editions } = props;
  const { language } = frame;
  return (
    <Document frame={frame}>
      <div class="message">
        <h1>{translate(language, 'portal:not_yet.title')}</h1>
        <OtherEditions
          language={language}
          editions={editions}
          title={translate(language, 'portal:not_yet.text')}
        />
      </div>
    </Document>
  );
}

/** No such page, or a failure: said in all languages, the reader's first. */
export function ApologyPage({ frame, about }: { frame: Frame; about: 'missing' | 'failure' }) {
  const inOrder = [frame.language, ...languages.filter((one) => one !== frame.language)];
  return (
    <Document frame={frame}>
      <div class="message">
        {inOrder.map((language, index) => {
          const Title: 'h1' | 'h2' = index === 0 ? 'h1' : 'h2';
          return (
            <section lang={language}>
              <Title>{translate(language, `portal:${about}.title`)}</Title>
              <p>{translate(language, `portal:${about}.text`)}</p>
              {about === 'missing' && (
                <p>
                  <a href={frontAddress(language)} hreflang={language}>
                    {translate(language, 'portal:missing.home')}
                  </a>
                </p>
              )}
            </section>
          );
        })}
      </div>
    </Document>
  );
}
