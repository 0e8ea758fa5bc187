import { codeInCodeText, textInCodeText } from '../../segments/code-text.js';
import type { CodeNames } from '../code-names.js';
import type { CodeKind } from '../exchange-file.js';
import { textOf, type XmlElement } from '../xml/element.js';
import { isolated } from './check-pairs.js';

/** The written form of a source or target. Annotations leave their text, and only that. */
export function readText(
  element: XmlElement,
  names: CodeNames,
  data: ReadonlyMap<string, string>,
  preserve: boolean,
): string {
  const originalOf = (code: XmlElement, attribute: string): string =>
    data.get(code.attributes.get(attribute) ?? '') ?? '';
  const read = (child: XmlElement | string): string => {
    if (typeof child === 'string') {
      return textInCodeText(preserve ? child : child.replace(/[\t\n ]+/g, ' '));
    }
    const name = child.attributes.get('id') ?? '';
    const inner = () => child.children.map(read).join('');
    switch (child.name) {
      case 'ph': {
        const id = names.numberOf(name);
        names.describe(id, kindOf(child), originalOf(child, 'dataRef'), '');
        return codeInCodeText('lone', id);
      }
      case 'pc': {
        const id = names.numberOf(name);
        const [start, end] = [originalOf(child, 'dataRefStart'), originalOf(child, 'dataRefEnd')];
        names.describe(id, kindOf(child), start, end);
        return codeInCodeText('open', id) + inner() + codeInCodeText('close', id);
      }
      case 'sc': {
        const id = names.numberOf(name);
        names.describe(id, kindOf(child), originalOf(child, 'dataRef'), '');
        return codeInCodeText('open', id);
      }
      case 'ec': {
        const startRef = child.attributes.get('startRef') ?? '';
        const id = names.numberOf(isolated(child) ? name : startRef);
        names.describe(id, kindOf(child), '', originalOf(child, 'dataRef'));
        return codeInCodeText('close', id);
      }
      case 'mrk':
        return inner();
      default:
        return '';
    }
  };
  return element.children.map(read).join('');
}

/** The original data of a unit or match by id. */
export function originalData(holder: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const list of holder.children) {
    if (typeof list === 'string' || list.name !== 'originalData') continue;
    for (const data of list.children) {
      if (typeof data !== 'string') found.set(data.attributes.get('id') ?? '', textOf(data));
    }
  }
  return found;
}

function kindOf(code: XmlElement): CodeKind {
  const subType = code.attributes.get('subType');
  if (subType === 'xlf:b') return 'bold';
  if (subType === 'xlf:i') return 'italic';
  if (subType === 'xlf:lb') return 'break';
  if (subType === 'mekong:footnote') return 'footnote';
  return code.attributes.get('type') === 'link' ? 'link' : 'other';
}
