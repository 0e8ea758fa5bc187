import type { SignOffPolicy } from '@desk/contracts';

interface DemonstrationSection {
  readonly code: string;
  readonly names: { readonly vi: string; readonly en: string; readonly km: string };
  readonly policy: Pick<SignOffPolicy, 'approvers' | 'languageReview' | 'release'>;
}

/** Five sections, between them every kind of sign-off policy. */
export const sections = [
  {
    code: 'tin-trong-tinh',
    names: { vi: 'Tin trong tỉnh', en: 'Provincial news', km: 'ព័ត៌មានក្នុងខេត្ត' },
    policy: { approvers: 1, languageReview: false, release: 'as-ready' },
  },
  {
    code: 'doi-ngoai',
    names: { vi: 'Đối ngoại nhân dân', en: 'People-to-people diplomacy', km: 'ការបរទេសប្រជាជន' },
    policy: { approvers: 1, languageReview: true, release: 'together' },
  },
  {
    code: 'van-hoa',
    names: { vi: 'Văn hóa – Lễ hội', en: 'Culture and festivals', km: 'វប្បធម៌ និងពិធីបុណ្យ' },
    policy: { approvers: 1, languageReview: false, release: 'as-ready' },
  },
  {
    code: 'bien-dao',
    names: { vi: 'Biển đảo quê hương', en: 'Seas and islands', km: 'សមុទ្រ និងកោះ' },
    policy: { approvers: 2, languageReview: false, release: 'together' },
  },
  {
    code: 'quoc-te',
    names: { vi: 'Tin quốc tế', en: 'World news', km: 'ព័ត៌មានអន្តរជាតិ' },
    policy: { approvers: 1, languageReview: false, release: 'as-ready' },
  },
] as const satisfies readonly DemonstrationSection[];

export type SectionCode = (typeof sections)[number]['code'];
