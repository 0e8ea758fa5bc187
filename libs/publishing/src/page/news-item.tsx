import type { NewsItem, PublicSection } from '../published-page.js';
import { pageAddress, sectionAddress } from './addresses.js';
import { Moment } from './moment.js';

interface Props {
  readonly item: NewsItem;
  /** Names the section above the title, where a list mixes sections. */
  readonly sections?: readonly PublicSection[];
  readonly withSummary?: boolean;
  readonly level: 2 | 3;
  readonly class?: string;
}

/** One piece of news in a list. */
export function News({ item, sections, withSummary = false, level, class: kind = '' }: Props) {
  const Title: 'h2' | 'h3' = `h${level}`;
  const section = sections?.find(({ code }) => code === item.sectionCode);
  return (
    <article class={`news ${kind}`.trim()}>
      {section && (
        <p class="kicker">
          <a href={sectionAddress(item.language, section.code)}>{section.names[item.language]}</a>
        </p>
      )}
      <Title class="news-title">
        <a href={pageAddress(item)}>{item.title}</a>
      </Title>
      {withSummary && item.summary && <p class="news-summary">{item.summary}</p>}
      <p class="news-time">
        <Moment at={item.firstPublishedAt} language={item.language} />
      </p>
    </article>
  );
}
