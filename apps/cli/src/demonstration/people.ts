import type { Role } from '@desk/contracts';
import type { Language } from '@desk/languages';

/** A member of the demonstration newsroom. */
export interface Colleague {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  readonly does: readonly { readonly role: Role; readonly language?: Language }[];
}

export const administrator = { key: 'vuth', name: 'Danh Sa Vuth', language: 'km' } as const;

/** Ten people: everybody whom an article needs on its way to readers in three languages. */
export const colleagues: readonly Colleague[] = [
  { key: 'dat', name: 'Nguyễn Văn Đạt', language: 'vi', does: [{ role: 'managing_editor' }] },
  { key: 'hanh', name: 'Trần Thị Hạnh', language: 'vi', does: [{ role: 'writer' }] },
  { key: 'bao', name: 'Lý Quốc Bảo', language: 'vi', does: [{ role: 'writer' }] },
  {
    key: 'lan',
    name: 'Phạm Ngọc Lan',
    language: 'en',
    does: [{ role: 'translator', language: 'en' }],
  },
  {
    key: 'saray',
    name: 'Sơn Thị Sa Rây',
    language: 'km',
    does: [{ role: 'translator', language: 'km' }],
  },
  {
    key: 'emily',
    name: 'Emily Carter',
    language: 'en',
    does: [{ role: 'reviewer', language: 'en' }],
  },
  {
    key: 'sophia',
    name: 'Thạch Sô Phia',
    language: 'km',
    does: [{ role: 'reviewer', language: 'km' }],
  },
  { key: 'minh', name: 'Lê Hoàng Minh', language: 'vi', does: [{ role: 'approver' }] },
  {
    key: 'tu',
    name: 'Võ Thị Cẩm Tú',
    language: 'vi',
    does: [{ role: 'approver' }, { role: 'reviewer', language: 'vi' }],
  },
];

/** Of all demonstration accounts; they exist in a private newsroom only. */
export const demonstrationPassword = 'cuulong-2026-demo';
export const emailOf = (key: string): string => `${key}@mekong-desk.example`;
