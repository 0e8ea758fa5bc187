import type { Footnote, Inline } from '@desk/contracts';

/** The titles of the links in a block, each once. A link split by a bold word has one title. */
export function linkTitles(content: readonly Inline[]): string[] {
  const titles = content.flatMap((inline) =>
    inline.type !== 'text'
      ? []
      : (inline.marks ?? []).flatMap((mark) =>
          mark.type === 'link' ? [mark.attrs.title ?? ''] : [],
        ),
  );
  return [...new Set(titles)].filter((title) => title !== '');
}

/** A block's footnotes with the places of their texts. */
export function footnotesOf(content: readonly Inline[], place: string): Map<Footnote, string> {
  const notes = new Map<Footnote, string>();
  content.forEach((inline, index) => {
    if (inline.type === 'footnote') notes.set(inline, `${place}/${String(index)}`);
  });
  return notes;
}
