import { codeInCodeText, textInCodeText } from '../../segments/code-text.js';
import type { CodeNames } from '../code-names.js';
import type { CodeKind } from '../exchange-file.js';
import type { Problems } from '../problem.js';
import { elementsOf, textOf, type XmlElement } from '../xml/element.js';

/** How a code is known: by what ties its two ends together, or by its own id. */
function nameOf(code: XmlElement): string {
  return code.attributes.get('rid') ?? code.attributes.get('id') ?? '';
}

const inline = new Set(['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'mrk', 'sub']);

export function codeNamesIn(element: XmlElement): string[] {
  const own = element.name === 'mrk' || !inline.has(element.name) ? [] : [nameOf(element)];
  return [...own, ...elementsOf(element).flatMap(codeNamesIn)];
}

/** The written form of a source or target, all of 1.2's inline elements understood. */
export function readText(
  element: XmlElement,
  names: CodeNames,
  preserve: boolean,
  problems: Problems,
): string {
  const read = (child: XmlElement | string): string => {
    if (typeof child === 'string') {
      return textInCodeText(preserve ? child : child.replace(/[\t\n ]+/g, ' '));
    }
    if (child.name === 'mrk') return child.children.map(read).join('');
    if (!inline.has(child.name) || child.name === 'sub') {
      problems.add(child, 'exchange.element_misplaced', {
        element: child.name.replace(/^\{.*\}/, ''),
        parent: element.name,
      });
      return '';
    }
    const id = names.numberOf(nameOf(child));
    const opens = child.attributes.get('pos') === 'open' || child.attributes.get('pos') === 'begin';
    switch (child.name) {
      case 'g':
        names.describe(id, kindOf(child), '', '');
        return (
          codeInCodeText('open', id) +
          child.children.map(read).join('') +
          codeInCodeText('close', id)
        );
      case 'x':
      case 'ph':
        names.describe(id, kindOf(child), textOf(child), '');
        return codeInCodeText('lone', id);
      case 'bx':
      case 'bpt':
        names.describe(id, kindOf(child), textOf(child), '');
        return codeInCodeText('open', id);
      case 'it':
        names.describe(id, kindOf(child), opens ? textOf(child) : '', opens ? '' : textOf(child));
        return codeInCodeText(opens ? 'open' : 'close', id);
      default:
        names.describe(id, kindOf(child), '', textOf(child));
        return codeInCodeText('close', id);
    }
  };
  const text = element.children.map(read).join('');
  return preserve ? text : text.trim();
}

function kindOf(code: XmlElement): CodeKind {
  const type = code.attributes.get('ctype');
  if (type === 'bold' || type === 'italic' || type === 'link') return type;
  if (type === 'lb') return 'break';
  return type === 'x-footnote' ? 'footnote' : 'other';
}
