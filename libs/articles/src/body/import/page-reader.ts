import { MAX_BODY_DEPTH } from '@desk/contracts';
import { cutTo } from '../canonical-body.js';
import { oneLine } from '../settled-body.js';
import { settledLine } from '../settled-inlines.js';
import { BodyBuilder, type LineKind } from './body-builder.js';
import { Dropped } from './dropped.js';
import { headingLevels, leftOut, lines } from './elements.js';
import { openTable } from './page-tables.js';
import { embedOf, pictureOf } from './page-media.js';
import { type ChildNode, type Element, attribute, hasClass, isElement } from './html-tree.js';
import { type Notes, isBackLink, isNotesSection } from './notes.js';
import { printable } from './printable.js';
import { type Style, isCredit, isHidden, plainStyle, styleInside } from './style.js';
import type { Survey } from './survey.js';
import { linkAddress } from './web-address.js';

interface Visit {
  style: Style;
  leave?: () => void;
}

/** Reads a parsed page from the top, in a loop, into a builder. */
export class PageReader {
  readonly dropped = new Dropped();
  readonly builder = new BodyBuilder(this.dropped);

  constructor(
    private readonly survey: Survey,
    private readonly notes: Notes,
    private readonly inNote = false,
  ) {}

  read(nodes: ChildNode[]): void {
    const levels: { nodes: ChildNode[]; next: number; visit: Visit }[] = [
      { nodes, next: 0, visit: { style: plainStyle } },
    ];
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      const node = level.nodes[level.next];
      level.next += 1;
      if (node === undefined) {
        levels.pop();
        level.visit.leave?.();
      } else if (isElement(node)) {
        const visit = this.enter(node, level.visit.style);
        if (visit !== undefined) levels.push({ nodes: node.childNodes, next: 0, visit });
      } else if (node.nodeName === '#text' && 'value' in node) {
        this.builder.text(node.value, level.visit.style);
      }
    }
  }

  private enter(element: Element, outer: Style): Visit | undefined {
    const name = element.tagName;
    const out = leftOut.get(name);
    if (out !== undefined) {
      if (out !== 'nothing') this.dropped.add(out);
      return undefined;
    }
    if (isHidden(element)) {
      this.dropped.add('hidden_text');
      return undefined;
    }
    if (this.notes.elements.has(element) && !this.inNote) return undefined;
    const style = styleInside(element, outer);
    switch (name) {
      case 'br':
        this.builder.lineBreak();
        return undefined;
      case 'hr':
        this.builder.block({ type: 'horizontalRule' });
        return undefined;
      case 'img':
        this.picture(element, style);
        return undefined;
      case 'iframe':
      case 'embed':
      case 'object':
      case 'video':
      case 'audio':
      case 'frame':
        this.embed(element);
        return undefined;
      case 'a':
        return this.link(element, style);
      case 'q':
        this.builder.text('“', style);
        return {
          style,
          leave: () => {
            this.builder.text('”', style);
          },
        };
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return this.list(element, style);
      default:
        return lines.test(name) ? this.line(element, style) : this.inline(element, style);
    }
  }

  private inline(element: Element, style: Style): Visit {
    return { style: isCredit(element) ? { ...style, into: 'credit' } : style };
  }

  private line(element: Element, style: Style): Visit | undefined {
    const { builder } = this;
    const name = element.tagName;
    const embed = name === 'p' && hasClass(element, /^embed$/) ? embedOf(element) : undefined;
    if (embed !== undefined) {
      builder.block(embed);
      return undefined;
    }
    const container = openTable(element, builder.top.is, this.survey);
    if (container !== undefined) return this.inside(container, style);
    if (name === 'li' && builder.top.is === 'list') {
      return this.inside({ is: 'item', node: { type: 'listItem', content: [] } }, style);
    }
    if (name === 'blockquote' && builder.top.is === 'body') {
      return this.inside({ is: 'quote', node: { type: 'blockquote', content: [] } }, style);
    }
    if (name in headingLevels) return this.heading(element, style);
    builder.endLine();
    const word = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(attribute(element, 'style') ?? '');
    const isWord = word !== null || hasClass(element, /^MsoListParagraph/i);
    if (isWord) return this.as({ is: 'word', level: Number(word?.[1] ?? '1') }, style);
    const credit = isCredit(element) && builder.top.is === 'figure';
    return {
      style: credit ? { ...style, into: 'credit' } : style,
      leave: () => {
        builder.endLine();
      },
    };
  }

  private heading(element: Element, style: Style): Visit | undefined {
    const { builder } = this;
    const name = element.tagName;
    if (this.hasNotesAround(element)) return undefined;
    if (name === 'h1' && builder.title === '' && builder.isUntouched()) {
      return { style: { ...style, into: 'title' } };
    }
    const level = headingLevels[name === 'h1' || name === 'h2' || name === 'h3' ? name : 'h4'];
    builder.endLine();
    return this.as({ is: 'heading', level }, style);
  }

  private hasNotesAround(element: Element): boolean {
    const parent = element.parentNode;
    return this.notes.elements.size > 0 && isElement(parent) && isNotesSection(parent);
  }

  private as(kind: LineKind, style: Style): Visit {
    const { builder } = this;
    const before = builder.kind;
    builder.kind = kind;
    return {
      style,
      leave: () => {
        builder.endLine();
        builder.kind = before;
      },
    };
  }

  private inside(container: Parameters<BodyBuilder['openContainer']>[0], style: Style): Visit {
    const { builder } = this;
    const before = builder.kind;
    builder.openContainer(container);
    builder.kind = { is: 'paragraph' };
    return {
      style,
      leave: () => {
        builder.closeContainer();
        builder.kind = before;
      },
    };
  }

  private list(element: Element, style: Style): Visit {
    const { builder } = this;
    builder.endLine();
    if (builder.depthOfLists(1) > MAX_BODY_DEPTH) {
      this.dropped.add('nesting');
      return {
        style,
        leave: () => {
          builder.endLine();
        },
      };
    }
    const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
    const ordered = { type: 'orderedList' as const, attrs: { start: clamped(start) }, content: [] };
    const node = element.tagName === 'ol' ? ordered : { type: 'bulletList' as const, content: [] };
    return this.inside({ is: 'list', node }, style);
  }

  private link(element: Element, style: Style): Visit | undefined {
    const href = attribute(element, 'href');
    if (href === undefined) return { style };
    const note = this.notes.ofLink.get(element);
    if (note !== undefined && !this.inNote) {
      this.builder.footnote(this.noteText(note));
      return undefined;
    }
    if (this.inNote && isBackLink(element)) return undefined;
    const address = linkAddress(href);
    if (address === undefined) {
      this.dropped.add('link');
      return { style };
    }
    const title = cutTo(oneLine(printable(attribute(element, 'title') ?? '')), 300);
    const attrs = title === '' ? { href: address } : { href: address, title };
    return { style: { ...style, link: { type: 'link', attrs } } };
  }

  private noteText(note: Element) {
    const reader = new PageReader(this.survey, this.notes, true);
    reader.read(note.childNodes);
    const lines = reader.builder
      .finished()
      .flatMap((block) => (block.type === 'paragraph' ? [block.content ?? []] : []));
    return settledLine(lines.flatMap((line) => [...line, { type: 'hardBreak' as const }]));
  }

  private picture(element: Element, style: Style): void {
    const picture = pictureOf(element);
    if (typeof picture === 'string') this.builder.text(picture, style);
    else if (picture === undefined) this.dropped.add('image');
    else this.builder.figure(picture);
  }

  private embed(element: Element): void {
    const embed = embedOf(element);
    if (embed === undefined) this.dropped.add('frame');
    else this.builder.block(embed);
  }
}

function clamped(start: number): number {
  return Number.isNaN(start) ? 1 : Math.min(Math.max(start, 0), 100_000);
}
