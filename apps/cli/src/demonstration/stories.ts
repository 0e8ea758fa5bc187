import { z } from 'zod';
import { parseBody, type EditionText } from '@desk/articles';
import { comparable, languages, sentences, type Language } from '@desk/languages';
import localNews from './content/local-news.json' with { type: 'json' };
import seedArticle from './content/seed-article.json' with { type: 'json' };
import worldNews from './content/world-news.json' with { type: 'json' };

const trilingual = z.object({ vi: z.string(), en: z.string(), km: z.string() });
type Trilingual = z.infer<typeof trilingual>;

const storySchema = z.object({
  title: trilingual,
  summary: trilingual,
  paragraphs: z.array(trilingual),
});
const seedSchema = z.object({
  title: trilingual,
  summary: trilingual,
  byline: z.string(),
  lead: z.array(trilingual),
  paragraphs: z.array(z.array(trilingual)),
});

/** A story in three languages, sentence by sentence within its paragraphs. */
export interface Story {
  readonly title: Trilingual;
  readonly summary: Trilingual;
  readonly byline: string;
  readonly paragraphs: readonly (readonly Trilingual[])[];
}

const plain =
  (byline: string) =>
  (story: z.infer<typeof storySchema>): Story => ({
    ...story,
    byline,
    paragraphs: story.paragraphs.map((paragraph) => [paragraph]),
  });

const seed = seedSchema.parse(seedArticle);
/** The article that the project began with. */
export const seedStory: Story = { ...seed, paragraphs: [seed.lead, ...seed.paragraphs] };
export const localStories = z.array(storySchema).parse(localNews).map(plain('THT'));
export const worldStories = z
  .array(storySchema)
  .parse(worldNews)
  .map(plain('NTREX-128, CC BY-SA 4.0'));

/** The text of a story as a writer of the language types it. */
export function textOf(story: Story, language: Language): EditionText {
  const content = story.paragraphs.map((paragraph) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: paragraph.map((sentence) => sentence[language]).join(' ') }],
  }));
  return {
    title: story.title[language],
    summary: story.summary[language],
    body: parseBody({ type: 'doc', content }),
    slug: '',
    seo: { title: '', description: '' },
  };
}

/** Sentences of all stories with their translations: what the translators know. */
export class Phrasebook {
  private readonly entries = new Map<string, Trilingual>();

  constructor(stories: readonly Story[]) {
    for (const story of stories) {
      for (const whole of [story.title, story.summary, ...story.paragraphs.flat()]) {
        for (const one of inSentences(whole)) {
          for (const language of languages) this.entries.set(comparable(one[language]), one);
        }
      }
    }
  }

  /** @throws Error for a sentence that no story has */
  translation(source: string, language: Language): string {
    const found = this.entries.get(comparable(source));
    if (!found) throw new Error(`the phrasebook lacks: ${source}`);
    return found[language];
  }
}

/** A text cut into sentences in all languages; whole when they do not correspond. */
function inSentences(whole: Trilingual): Trilingual[] {
  const cut = {
    vi: sentences(whole.vi, 'vi'),
    en: sentences(whole.en, 'en'),
    km: sentences(whole.km, 'km'),
  };
  if (cut.vi.length !== cut.en.length || cut.vi.length !== cut.km.length) return [whole];
  return cut.vi.map((vi, index) => ({
    vi: vi.trim(),
    en: cut.en[index]?.trim() ?? '',
    km: cut.km[index]?.trim() ?? '',
  }));
}
