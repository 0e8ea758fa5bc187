import type { ExchangeInline } from '../exchange-file.js';
import { crossedIds, type InlineNode, inlineTree } from '../inline-tree.js';
import { emptyTag, xmlElement, type XmlAttributes, xmlText } from '../xml/write-xml.js';

type Form = 'pc' | 'sc' | 'ec' | 'ph';

/** Writes the texts of a unit, with ids that its source and its target share. */
export class TextWriter {
  private readonly apart: ReadonlySet<number>;
  private readonly inSource = new Map<number, Form>();

  constructor(
    source: string,
    target: string,
    private readonly codes: ReadonlyMap<number, ExchangeInline>,
  ) {
    this.apart = new Set([...crossedIds(source), ...crossedIds(target)]);
  }

  source(text: string): string {
    return this.write(text, (id, form) => {
      if (!this.inSource.has(id)) this.inSource.set(id, form);
    });
  }

  target(text: string): string {
    return this.write(text);
  }

  private write(text: string, note?: (id: number, form: Form) => void): string {
    const used = new Set<string>();
    const pairs = new Map<number, string>();
    const nameFor = (id: number, form: Form): string => {
      note?.(id, form);
      const known = this.inSource.get(id);
      let name = String(id);
      if (known !== undefined && known !== form) name = `${String(id)}.x1`;
      for (let count = 1; used.has(name); count += 1) name = `${String(id)}.x${String(count)}`;
      used.add(name);
      return name;
    };
    const write = (nodes: readonly InlineNode[]): string => nodes.map(one).join('');
    const one = (node: InlineNode): string => {
      if (node.type === 'text') return xmlText(node.text);
      const code = this.codes.get(node.id);
      const look = looks(code);
      const [start, end] = [
        code?.start ? `${String(node.id)}s` : null,
        code?.end ? `${String(node.id)}e` : null,
      ];
      switch (node.type) {
        case 'lone':
          return emptyTag('ph', { id: nameFor(node.id, 'ph'), dataRef: start, ...look });
        case 'pair': {
          const both = start !== null && end !== null;
          const data = both ? { dataRefStart: start, dataRefEnd: end } : {};
          const name = nameFor(node.id, 'pc');
          return xmlElement('pc', { id: name, ...data, ...look }, write(node.children));
        }
        case 'start': {
          const name = nameFor(node.id, 'sc');
          pairs.set(node.pair, name);
          return emptyTag('sc', { id: name, dataRef: start, ...look });
        }
        case 'end':
          return emptyTag('ec', { startRef: pairs.get(node.pair), dataRef: end, ...look });
        case 'orphanStart': {
          const name = nameFor(node.id, 'sc');
          return emptyTag('sc', { id: name, isolated: 'yes', dataRef: start, ...look });
        }
        case 'orphanEnd': {
          const name = nameFor(node.id, 'ec');
          return emptyTag('ec', { id: name, isolated: 'yes', dataRef: end, ...look });
        }
      }
    };
    return write(inlineTree(text, (id) => this.apart.has(id)));
  }
}

function looks(code: ExchangeInline | undefined): XmlAttributes {
  switch (code?.kind) {
    case 'bold':
      return { type: 'fmt', subType: 'xlf:b' };
    case 'italic':
      return { type: 'fmt', subType: 'xlf:i' };
    case 'break':
      return { type: 'fmt', subType: 'xlf:lb' };
    case 'link':
      return { type: 'link' };
    case 'footnote':
      return { type: 'other', subType: 'mekong:footnote' };
    default:
      return {};
  }
}
