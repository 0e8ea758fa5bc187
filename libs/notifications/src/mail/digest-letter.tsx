import { formatMoment, translate } from '@desk/languages';
import type { Person } from '@desk/people';
import type { NoticeRow } from '../inbox/notices.queries.js';
import { noteOf, sentence } from '../inbox/sentence.js';
import { Button, Layout, page, QuietLink, Quote } from './layout.js';
import type { Letter } from './letter.js';
import { linkTo, preferencesLink } from './links.js';
import { colour, look } from './look.js';

interface Group {
  readonly title: string;
  readonly notices: readonly NoticeRow[];
}

/** The daily letter: what was not urgent, article by article, oldest first. */
export function digestLetter(
  notices: readonly NoticeRow[],
  reader: Person,
  { newsroomUrl, unsubscribe }: { newsroomUrl: string; unsubscribe: string },
): Letter {
  const { language, timeZone } = reader;
  const say = (key: string, params = {}): string => translate(language, `mail:${key}`, params);
  const groups = byArticle(notices, say('digest.other'));
  const subject = say('digest.subject', { count: notices.length });
  const greeting = say('greeting', { name: reader.name });
  const told = (notice: NoticeRow) => ({
    said: sentence(notice.kind, notice.facts, reader),
    note: noteOf(notice.facts, language),
    at: formatMoment(notice.createdAt, language, { timeZone }),
    href: linkTo(newsroomUrl, notice).href,
  });

  const text = [
    greeting,
    ...groups.flatMap((group) => [
      '',
      group.title,
      ...group.notices
        .map(told)
        .flatMap(({ said, note, at, href }) => [
          `- ${said} (${at})`,
          ...(note === null ? [] : [`  ${note}`]),
          `  ${href}`,
        ]),
    ]),
    '',
    '-- ',
    say('digest.reason'),
    `${say('preferences')}: ${preferencesLink(newsroomUrl)}`,
    `${say('digest.unsubscribe')}: ${unsubscribe}`,
    '',
  ].join('\n');

  const html = page(
    <Layout
      language={language}
      title={subject}
      preview={groups.map((group) => group.title).join(' · ')}
      foot={
        <>
          <p style={{ margin: '0 0 6px' }}>{say('digest.reason')}</p>
          <p style={{ margin: 0 }}>
            <QuietLink href={preferencesLink(newsroomUrl)}>{say('preferences')}</QuietLink>
            {' · '}
            <QuietLink href={unsubscribe}>{say('digest.unsubscribe')}</QuietLink>
          </p>
        </>
      }
    >
      <p style={{ margin: '0 0 12px' }}>{greeting}</p>
      <h1
        style={{
          margin: '0 0 12px',
          fontSize: '20px',
          lineHeight: look[language].headingLineHeight,
        }}
      >
        {say('digest.title')}
      </h1>
      {groups.map((group) => (
        <section>
          <h2
            style={{
              margin: '20px 0 4px',
              fontSize: '17px',
              lineHeight: look[language].headingLineHeight,
            }}
          >
            {group.title}
          </h2>
          <ul style={{ margin: 0, padding: '0 0 0 20px' }}>
            {group.notices.map(told).map(({ said, note, at, href }) => (
              <li style={{ margin: '8px 0' }}>
                <QuietLink href={href}>{said}</QuietLink>
                <br />
                <span style={{ color: colour.quiet, fontSize: '14px' }}>{at}</span>
                {note !== null && <Quote>{note}</Quote>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Button language={language} href={newsroomUrl}>
        {say('open.newsroom')}
      </Button>
    </Layout>,
  );
  return { subject, html, text, unsubscribe, articleId: null };
}

/** In the order in which the articles were first heard of; what is about none comes last. */
function byArticle(notices: readonly NoticeRow[], other: string): Group[] {
  const groups = new Map<string, { title: string; notices: NoticeRow[] }>();
  for (const notice of notices) {
    const key = notice.articleId ?? '';
    const group = groups.get(key) ?? { title: other, notices: [] };
    groups.set(key, group);
    group.notices.push(notice);
    const { title } = notice.facts;
    if (notice.articleId !== null && title !== null && title !== '') group.title = title;
  }
  const rest = groups.get('');
  groups.delete('');
  return [...groups.values(), ...(rest ? [rest] : [])];
}
