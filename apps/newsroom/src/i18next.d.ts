import 'i18next';
import type article from './article/texts/vi.json';
import type board from './board/texts/vi.json';
import type comments from './comments/texts/vi.json';
import type comparison from './comparison/texts/vi.json';
import type engines from './engines/texts/vi.json';
import type glossary from './glossary/texts/vi.json';
import type imports from './imports/texts/vi.json';
import type inbox from './inbox/texts/vi.json';
import type jobs from './jobs/texts/vi.json';
import type journal from './journal/texts/vi.json';
import type memory from './memory/texts/vi.json';
import type peopleAdmin from './people-admin/texts/vi.json';
import type preferences from './preferences/texts/vi.json';
import type preview from './preview/texts/vi.json';
import type queue from './queue/texts/vi.json';
import type releases from './releases/texts/vi.json';
import type review from './review/texts/vi.json';
import type search from './search/texts/vi.json';
import type sections from './sections/texts/vi.json';
import type sentenceRules from './sentence-rules/texts/vi.json';
import type shell from './shell/texts/vi.json';
import type today from './today/texts/vi.json';
import type tokens from './tokens/texts/vi.json';
import type transitions from './transitions/texts/vi.json';
import type translation from './translation/texts/vi.json';
import type webhooks from './webhooks/texts/vi.json';
import type workflow from '../../../libs/languages/src/locales/vi/workflow.json';
import type checks from '../../../libs/languages/src/locales/vi/checks.json';
import type people from '../../../libs/languages/src/locales/vi/people.json';

/** The compiler knows each text: a key that is not there does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      article: typeof article;
      board: typeof board;
      comments: typeof comments;
      comparison: typeof comparison;
      engines: typeof engines;
      glossary: typeof glossary;
      imports: typeof imports;
      inbox: typeof inbox;
      jobs: typeof jobs;
      journal: typeof journal;
      memory: typeof memory;
      'people-admin': typeof peopleAdmin;
      preferences: typeof preferences;
      preview: typeof preview;
      queue: typeof queue;
      releases: typeof releases;
      review: typeof review;
      search: typeof search;
      sections: typeof sections;
      'sentence-rules': typeof sentenceRules;
      shell: typeof shell;
      today: typeof today;
      tokens: typeof tokens;
      transitions: typeof transitions;
      translation: typeof translation;
      webhooks: typeof webhooks;
      workflow: typeof workflow;
      people: typeof people;
      checks: typeof checks;
    };
  }
}
