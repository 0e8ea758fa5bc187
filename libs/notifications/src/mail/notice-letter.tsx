import { translate } from '@desk/languages';
import type { Person } from '@desk/people';
import { excerpt } from '../inbox/excerpt.js';
import type { NoticeRow } from '../inbox/notices.queries.js';
import { noteOf, sentence } from '../inbox/sentence.js';
import { Button, Layout, page, QuietLink, Quote } from './layout.js';
import type { Letter } from './letter.js';
import { linkTo, preferencesLink } from './links.js';
import { look } from './look.js';

interface Links {
  readonly newsroomUrl: string;
  /** Null when this kind cannot be switched off. */
  readonly unsubscribe: string | null;
  /** Of a forgotten password: where a new one is chosen. */
  readonly reset: string | null;
}

/** The letter that tells one notice. */
export function noticeLetter(notice: NoticeRow, reader: Person, links: Links): Letter {
  const { language } = reader;
  const say = (key: string, params = {}): string => translate(language, `mail:${key}`, params);
  const said = sentence(notice.kind, notice.facts, reader);
  const note = noteOf(notice.facts, language);
  const advice = adviceFor(notice.kind).map((key) => say(key));
  const open =
    links.reset === null
      ? { ...linkTo(links.newsroomUrl, notice), label: '' }
      : { href: links.reset, label: say('password.open') };
  const label = open.label || say(`open.${'target' in open ? open.target : 'newsroom'}`);
  const greeting = say('greeting', { name: reader.name });
  const why = say(`reason.${notice.facts.reason}`);

  const text = [
    greeting,
    '',
    said,
    ...(note === null ? [] : ['', say('note'), note]),
    ...advice.flatMap((line) => ['', line]),
    '',
    `${label}: ${open.href}`,
    '',
    '-- ',
    why,
    `${say('preferences')}: ${preferencesLink(links.newsroomUrl)}`,
    ...(links.unsubscribe === null ? [] : [`${say('unsubscribe')}: ${links.unsubscribe}`]),
    '',
  ].join('\n');

  const html = page(
    <Layout
      language={language}
      title={said}
      preview={note ?? why}
      foot={
        <>
          <p style={{ margin: '0 0 6px' }}>{why}</p>
          <p style={{ margin: 0 }}>
            <QuietLink href={preferencesLink(links.newsroomUrl)}>{say('preferences')}</QuietLink>
            {links.unsubscribe !== null && (
              <>
                {' · '}
                <QuietLink href={links.unsubscribe}>{say('unsubscribe')}</QuietLink>
              </>
            )}
          </p>
        </>
      }
    >
      <p style={{ margin: '0 0 12px' }}>{greeting}</p>
      <h1
        style={{
          margin: '0 0 12px',
          fontSize: '20px',
          fontWeight: 700,
          lineHeight: look[language].headingLineHeight,
        }}
      >
        {said}
      </h1>
      {note !== null && (
        <>
          <p style={{ margin: '12px 0 0' }}>{say('note')}</p>
          <Quote>{note}</Quote>
        </>
      )}
      {advice.map((line) => (
        <p style={{ margin: '12px 0 0' }}>{line}</p>
      ))}
      <Button language={language} href={open.href}>
        {label}
      </Button>
    </Layout>,
  );
  const { unsubscribe } = links;
  return { subject: excerpt(said, 150), html, text, unsubscribe, articleId: notice.articleId };
}

/** What else must be said with some kinds. */
function adviceFor(kind: NoticeRow['kind']): string[] {
  switch (kind) {
    case 'password.reset_asked':
      return ['password.reset', 'password.ignore'];
    case 'password.changed':
    case 'token.created':
      return ['password.changed'];
    case 'account.created':
      return ['account.created'];
    default:
      return [];
  }
}
