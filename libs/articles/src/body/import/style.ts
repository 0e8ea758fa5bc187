import type { Mark } from '@desk/contracts';
import { type Element, attribute, hasClass } from './html-tree.js';

/** How the text at one place of a page is to be taken. */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: Extract<Mark, { type: 'link' }> | undefined;
  readonly shift: 'sup' | 'sub' | undefined;
  readonly lines: boolean;
  readonly into: 'text' | 'title' | 'credit' | 'marker';
}

export const plainStyle: Style = {
  bold: false,
  italic: false,
  link: undefined,
  shift: undefined,
  lines: false,
  into: 'text',
};

export function marksOf(style: Style): Mark[] {
  return [
    ...(style.link === undefined ? [] : [style.link]),
    ...(style.bold ? [{ type: 'bold' as const }] : []),
    ...(style.italic ? [{ type: 'italic' as const }] : []),
  ];
}

/** The style inside an element: by its name, then by its own CSS, which wins. */
export function styleInside(element: Element, style: Style): Style {
  const css = attribute(element, 'style') ?? '';
  const weight = /(?:^|;)\s*font-weight\s*:\s*([\w-]+)/i.exec(css)?.[1]?.toLowerCase();
  const slope = /(?:^|;)\s*font-style\s*:\s*([\w-]+)/i.exec(css)?.[1]?.toLowerCase();
  const name = element.tagName;
  const bold = /^(b|strong|dt)$/.test(name) || style.bold;
  const italic = /^(i|em|cite|var|dfn)$/.test(name) || style.italic;
  return {
    ...style,
    bold: weight === undefined || weight === 'inherit' ? bold : isHeavy(weight),
    italic: slope === undefined || slope === 'inherit' ? italic : /^(italic|oblique)$/.test(slope),
    shift: name === 'sup' || name === 'sub' ? name : style.shift,
    lines: style.lines || /^(pre|listing|xmp|plaintext|textarea)$/.test(name),
    into: /mso-list\s*:\s*ignore/i.test(css) ? 'marker' : style.into,
  };
}

function isHeavy(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const css = attribute(element, 'style') ?? '';
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(css);
}

export function isCredit(element: Element): boolean {
  return hasClass(element, /(^|[\s_-])(photo-?)?credit(\s|$)/i);
}

const raised: Readonly<Record<string, string>> = {
  ...digits('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
};
const lowered: Readonly<Record<string, string>> = { ...digits('₀₁₂₃₄₅₆₇₈₉'), '+': '₊', '-': '₋' };

/** "km2" with a raised 2 is km², never km2. What has no raised form stays as it is. */
export function shifted(text: string, shift: Style['shift']): string {
  if (shift === undefined || text.length > 20) return text;
  const forms = shift === 'sup' ? raised : lowered;
  const characters = [...text].map((character) => forms[character] ?? '');
  return characters.includes('') ? text : characters.join('');
}

function digits(forms: string): Record<string, string> {
  return Object.fromEntries([...forms].map((form, digit) => [String(digit), form]));
}
