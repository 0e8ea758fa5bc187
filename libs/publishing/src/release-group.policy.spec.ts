import type { Edition } from '@desk/articles';
import type { EditionState, Liveness, SignOffPolicy } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { releaseGroup } from './release-group.policy.js';

const policy = (release: SignOffPolicy['release'], ...requiredLanguages: Language[]) => ({
  approvers: 1,
  languageReview: false,
  release,
  requiredLanguages,
  workingDays: { translate: 3, review: 1, sign_off: 1 },
});

function edition(
  language: Language,
  state: EditionState,
  rules: SignOffPolicy,
  liveness: Liveness = 'none',
): Edition {
  const at = new Date('2020-05-23T03:30:00Z');
  return {
    id: `0190a000-0000-7000-8000-0000000000${{ vi: '01', en: '02', km: '03' }[language]}`,
    articleId: '0190a000-0000-7000-8000-0000000000aa',
    sectionId: '0190a000-0000-7000-8000-0000000000bb',
    sourceLanguage: 'vi',
    language,
    isSource: language === 'vi',
    state,
    liveness,
    version: 1,
    title: 'Ngày hội Ok Om Bok',
    contributors: [],
    savedRevisionId: null,
    reviewRevisionId: null,
    approvedRevisionId: null,
    liveRevisionId: null,
    sourceRevisionId: null,
    sourceApprovedRevisionId: null,
    policy: rules,
    firstPublishedAt: null,
    publishedAt: null,
    withdrawnAt: null,
    withdrawalReason: null,
    createdAt: at,
    updatedAt: at,
  };
}

const shown = (asked: Edition, all: Edition[]) => {
  const { editions, missing } = releaseGroup(asked, all);
  return { go: editions.map(({ language }) => language), missing };
};

describe('who goes public with whom', () => {
  it('takes the edition alone where languages go as they are ready', () => {
    const rules = policy('as-ready', 'vi', 'en', 'km');
    const km = edition('km', 'approved', rules);
    const all = [edition('vi', 'draft', rules), km];
    expect(shown(km, all)).toEqual({ go: ['km'], missing: [] });
  });

  it('takes every required language where they go together', () => {
    const rules = policy('together', 'vi', 'km');
    const vi = edition('vi', 'approved', rules);
    const all = [vi, edition('km', 'approved', rules), edition('en', 'draft', rules)];
    expect(shown(vi, all)).toEqual({ go: ['vi', 'km'], missing: [] });
  });

  it('names what is missing, with its state, or that there is no edition', () => {
    const rules = policy('together', 'vi', 'en', 'km');
    const vi = edition('vi', 'approved', rules);
    const all = [vi, edition('km', 'in_review', rules)];
    expect(shown(vi, all).missing).toEqual([
      { language: 'km', state: 'in_review' },
      { language: 'en', state: null },
    ]);
  });

  it('waits no more for a language that was public before', () => {
    const rules = policy('together', 'vi', 'en', 'km');
    const km = edition('km', 'approved', rules);
    const vi = edition('vi', 'draft', rules, 'live');
    const en = edition('en', 'published', rules, 'withdrawn');
    expect(shown(km, [vi, en, km])).toEqual({ go: ['km'], missing: [] });
  });

  it('lets a language that is not required go by itself', () => {
    const rules = policy('together', 'vi', 'km');
    const en = edition('en', 'approved', rules);
    expect(shown(en, [edition('vi', 'draft', rules), en])).toEqual({ go: ['en'], missing: [] });
  });
});
