import { type Element, attribute, hasClass } from './html-tree.js';
import type { Survey } from './survey.js';

/** Names that Word, Google Docs, Wikis, Markdown and this product give to footnotes. */
const noteId =
  /^(_?ftn|_?edn|ftnt|fn|note|footnote|endnote|user-content-fn|cite_note|sdfootnote)[-_:]?.*\w(sym)?$/i;

export interface Notes {
  /** From the link that stands in the text to the element which holds the note. */
  readonly ofLink: ReadonlyMap<Element, Element>;
  readonly elements: ReadonlySet<Element>;
  /** Whether the page marks its references, as ours do; nothing needs guessing then. */
  readonly marked: boolean;
}

/** Each note belongs to the first link that leads to it. */
export function findNotes(survey: Survey): Notes {
  const ofLink = new Map<Element, Element>();
  const elements = new Set<Element>();
  const marked = survey.inPageLinks.filter((link) => attribute(link, 'role') === 'doc-noteref');
  for (const link of marked.length > 0 ? marked : survey.inPageLinks) {
    const id = idOf(link);
    if (marked.length === 0 && !looksLikeNote(id)) continue;
    const target = survey.byId.get(id);
    const note = target === undefined ? undefined : holder(target);
    if (note === undefined || elements.has(note) || survey.within(link, note)) continue;
    ofLink.set(link, note);
    elements.add(note);
  }
  return { ofLink, elements, marked: marked.length > 0 };
}

function looksLikeNote(id: string): boolean {
  return noteId.test(id) && !/ref|back|cite(?!_note)/i.test(id);
}

export function isNotesSection(element: Element): boolean {
  return attribute(element, 'role') === 'doc-endnotes' || hasClass(element, /(^|\s)footnotes/i);
}

/** The link at a note's beginning or end that leads back to its place in the text. */
export function isBackLink(link: Element): boolean {
  if (attribute(link, 'role') === 'doc-backlink') return true;
  return attribute(link, 'href')?.startsWith('#') === true && /ref|back/i.test(idOf(link));
}

function idOf(link: Element): string {
  const id = attribute(link, 'href')?.slice(1) ?? '';
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The id may stand on the note, or on an anchor at its beginning. */
function holder(target: Element): Element | undefined {
  let element = target;
  for (let step = 0; step < 6 && /^(a|span|sup|b|i|font)$/.test(element.tagName); step += 1) {
    const parent = element.parentNode;
    if (parent === null || !('tagName' in parent)) return undefined;
    element = parent;
  }
  if (!/^(p|li|div|aside|dd|section)$/.test(element.tagName)) return undefined;
  const around = element.parentNode;
  const isWord =
    around !== null &&
    'tagName' in around &&
    /mso-element\s*:\s*(foot|end)note(?!-)/i.test(attribute(around, 'style') ?? '');
  return isWord ? around : element;
}
