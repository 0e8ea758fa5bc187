import {
  type Block,
  type Figure,
  type Inline,
  MAX_BODY_BLOCKS,
  MAX_BODY_BYTES,
  MAX_BODY_DEPTH,
  type TableCell,
} from '@desk/contracts';
import { tooLarge, tooManyBlocks } from '../body-limits.js';
import { textNode } from '../canonical-inlines.js';
import { cutTo } from '../canonical-body.js';
import { oneLine } from '../settled-body.js';
import { settledLine, settledParagraphs, withoutFullBold } from '../settled-inlines.js';
import { squaredTable } from '../squared-table.js';
import { type Container, type TextOrList, isText, paragraphsOf } from './containers.js';
import type { Dropped } from './dropped.js';
import { printable } from './printable.js';
import { type Style, marksOf, shifted } from './style.js';
import { MAX_LIST_LEVELS, type WordItem, listsOfWord, typedMarker } from './word-list.js';

/** What the text that is being gathered will be. */
export type LineKind =
  { is: 'paragraph' } | { is: 'heading'; level: 2 | 3 | 4 } | { is: 'word'; level: number };

/**
 * Takes a page's texts and elements in reading order and builds a body that the schema accepts:
 * a block that cannot stand in the open container goes as text, or after it.
 */
export class BodyBuilder {
  kind: LineKind = { is: 'paragraph' };
  title = '';
  private marker = '';
  private length = 0;
  private line: Inline[] = [];
  private wordItems: WordItem[] = [];
  private readonly later: Block[] = [];
  private readonly body: Block[] = [];
  private readonly open: Container[] = [{ is: 'body', content: this.body }];

  constructor(private readonly dropped: Dropped) {}

  get top(): Container {
    return this.open[this.open.length - 1] ?? { is: 'body', content: this.body };
  }

  isUntouched(): boolean {
    return this.body.length === 0 && this.open.length === 1 && !this.line.some(isSeen);
  }

  /** How deep a paragraph would be in so many more lists, each in an item of the last. */
  depthOfLists(more: number): number {
    const implied = this.open.filter((c, i) => c.is === 'list' && this.open[i - 1]?.is === 'list');
    const here = this.open.length - 1 + implied.length + (this.top.is === 'list' ? 1 : 0);
    return here + 2 * more + 1;
  }

  text(raw: string, style: Style): void {
    const value = printable(raw);
    this.length += value.trim().length;
    if (this.length > MAX_BODY_BYTES) throw tooLarge();
    if (style.into === 'title') this.title += value;
    else if (style.into === 'marker') this.marker += value.slice(0, 20);
    else if (style.into === 'credit' && this.top.is === 'figure') this.top.credit += value;
    else if (style.lines) {
      for (const [i, line] of value.split('\n').entries()) {
        if (i > 0) this.lineBreak();
        if (line !== '') this.line.push(textNode(line, marksOf(style)));
      }
    } else this.line.push(textNode(shifted(value, style.shift), marksOf(style)));
  }

  lineBreak(): void {
    this.line.push({ type: 'hardBreak' });
  }

  footnote(content: Inline[]): void {
    const plain = content.filter((node) => node.type !== 'footnote');
    if (plain.length > 0) this.line.push({ type: 'footnote', content: plain });
  }

  /** Ends the line that is being gathered. */
  endLine(): void {
    const line = this.line;
    this.line = [];
    const marker = this.marker;
    this.marker = '';
    if (!line.some(isSeen)) return;
    if (this.kind.is === 'heading') {
      const content = withoutFullBold(settledLine(line));
      if (content.length > 0)
        this.place({ type: 'heading', attrs: { level: this.kind.level }, content });
    } else if (this.kind.is === 'word') this.wordItem(line, marker, this.kind.level);
    else for (const content of settledParagraphs(line)) this.place({ type: 'paragraph', content });
  }

  openContainer(container: Container): void {
    this.endLine();
    this.endWordList();
    this.open.push(container);
  }

  /** Closes the innermost container, which `openContainer` opened, and puts it where it belongs. */
  closeContainer(): void {
    this.endLine();
    this.endWordList();
    const closed = this.open.length > 1 ? this.open.pop() : undefined;
    if (closed === undefined || closed.is === 'body') return;
    if (closed.is === 'figure') this.closeFigure(closed);
    else if (closed.is === 'cell') this.closeCell(closed.node);
    else if (closed.is === 'table') this.closeTable(closed.node.content);
    else if (closed.node.content.length > 0) {
      if (closed.is === 'row') {
        if (this.top.is === 'table') this.top.node.content.push(closed.node);
      } else if (closed.is === 'item') {
        if (this.top.is === 'list') this.top.node.content.push(closed.node);
      } else this.place(closed.node);
    }
    if (this.open.length === 1) this.body.push(...this.later.splice(0));
  }

  figure(figure: Figure): void {
    if (this.top.is === 'figure') this.top.figures.push(figure);
    else this.block(figure);
  }

  block(block: Block): void {
    this.endLine();
    this.place(block);
  }

  finished(): Block[] {
    while (this.open.length > 1) this.closeContainer();
    this.endLine();
    this.endWordList();
    return this.body;
  }

  private place(block: Block): void {
    this.endWordList();
    const top = this.top;
    if (this.body.length > MAX_BODY_BLOCKS) throw tooManyBlocks();
    if (top.is === 'body') top.content.push(block);
    else if (!isText(block)) this.placeApart(block);
    else if (top.is === 'figure') this.intoCaption(top.caption, block);
    else if (top.is === 'cell') top.node.content.push(...paragraphsOf(block));
    else if (top.is === 'item' || top.is === 'quote') top.node.content.push(...textOrLists(block));
    else if (top.is === 'list') {
      const last = top.node.content.at(-1);
      if (last !== undefined && block.type !== 'paragraph')
        last.content.push(...textOrLists(block));
      else top.node.content.push({ type: 'listItem', content: textOrLists(block) });
    } else (this.open.length === 2 ? this.body : this.later).push(...paragraphsOf(block));
  }

  /** A picture in a quote parts the quote; in a list or a table it comes after. */
  private placeApart(block: Block): void {
    const top = this.top;
    if (top.is !== 'quote' || this.open.length !== 2) {
      if (block.type !== 'horizontalRule') this.later.push(block);
      return;
    }
    if (top.node.content.length > 0) this.body.push({ ...top.node });
    top.node = { type: 'blockquote', content: [] };
    this.body.push(block);
  }

  private intoCaption(caption: Inline[], block: Block): void {
    for (const { content } of paragraphsOf(block)) {
      if (caption.length > 0) caption.push({ type: 'hardBreak' });
      caption.push(...(content ?? []));
    }
  }

  private closeFigure(closed: Extract<Container, { is: 'figure' }>): void {
    const last = closed.figures.at(-1);
    if (last === undefined) {
      const text = closed.credit === '' ? [] : [textNode(closed.credit, [])];
      for (const content of settledParagraphs([...closed.caption, ...text])) {
        this.place({ type: 'paragraph', content });
      }
      return;
    }
    const credit = cutTo(oneLine(closed.credit), 300);
    for (const figure of closed.figures.slice(0, -1)) this.place(figure);
    this.place({ ...last, attrs: { ...last.attrs, credit }, content: settledLine(closed.caption) });
  }

  private closeCell(cell: TableCell): void {
    if (cell.content.length === 0) cell.content.push({ type: 'paragraph' });
    if (this.top.is === 'row') this.top.node.content.push(cell);
  }

  private closeTable(rows: Extract<Container, { is: 'table' }>['node']['content']): void {
    if (rows.length === 0) return;
    const table = { type: 'table' as const, content: rows };
    if (squaredTable(table) !== undefined && rows.every((row) => row.content.length <= 40)) {
      this.place(table);
      return;
    }
    this.dropped.add('table');
    for (const paragraph of paragraphsOf(table)) this.place(paragraph);
  }

  private wordItem(line: Inline[], marker: string, level: number): void {
    const paragraphs = settledParagraphs(line);
    const first = paragraphs[0]?.[0];
    if (first === undefined) return;
    const typed =
      marker.trim() === '' && first.type === 'text' ? typedMarker.exec(first.text) : null;
    if (typed !== null && first.type === 'text') first.text = first.text.slice(typed[0].length);
    const kept = settledParagraphs(paragraphs[0] ?? []);
    this.wordItems.push({
      level,
      marker: typed?.[0] ?? marker,
      paragraphs: [...kept, ...paragraphs.slice(1)],
    });
  }

  private endWordList(): void {
    if (this.wordItems.length === 0) return;
    const items = this.wordItems.splice(0).filter((item) => item.paragraphs.length > 0);
    const fit = this.depthOfLists(MAX_LIST_LEVELS) <= MAX_BODY_DEPTH;
    for (const list of listsOfWord(items)) {
      if (fit) this.place(list);
      else for (const paragraph of paragraphsOf(list)) this.place(paragraph);
    }
  }
}

function textOrLists(block: Block): TextOrList[] {
  const isList = block.type === 'bulletList' || block.type === 'orderedList';
  return isList ? [block] : paragraphsOf(block);
}

function isSeen(inline: Inline): boolean {
  return inline.type === 'footnote' || (inline.type === 'text' && /\S/.test(inline.text));
}
