import { type Element, attribute } from './html-tree.js';
import type { Container } from './containers.js';
import type { Survey } from './survey.js';

/** The container that a part of a data table or a picture's frame opens; layout opens none. */
export function openTable(
  element: Element,
  inside: Container['is'],
  survey: Survey,
): Container | undefined {
  switch (element.tagName) {
    case 'table':
      if (survey.pictureTables.has(element)) return figure();
      return survey.dataTables.has(element)
        ? { is: 'table', node: { type: 'table', content: [] } }
        : undefined;
    case 'figure':
      return survey.pictureFigures.has(element) ? figure() : undefined;
    case 'tr':
      return inside === 'table'
        ? { is: 'row', node: { type: 'tableRow', content: [] } }
        : undefined;
    case 'td':
    case 'th':
      return inside === 'row' ? cell(element) : undefined;
    default:
      return undefined;
  }
}

function figure(): Container {
  return { is: 'figure', figures: [], caption: [], credit: '' };
}

function cell(element: Element): Container {
  const type = element.tagName === 'th' ? 'tableHeader' : 'tableCell';
  const colspan = span(attribute(element, 'colspan'), 20);
  const rowspan = span(attribute(element, 'rowspan'), 200);
  return { is: 'cell', node: { type, attrs: { colspan, rowspan }, content: [] } };
}

function span(value: string | undefined, most: number): number {
  const wanted = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(wanted) || wanted < 1 ? 1 : Math.min(wanted, most);
}
