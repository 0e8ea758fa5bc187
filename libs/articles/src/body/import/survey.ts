import { type ChildNode, type Document, type Element, attribute, isElement } from './html-tree.js';

/** What must be known of a page before it is read from the top. */
export interface Survey {
  /** Tables of data, tables that only place a picture over its caption, all others lay out the page. */
  readonly dataTables: ReadonlySet<Element>;
  readonly pictureTables: ReadonlySet<Element>;
  /** Figures that hold a picture and nothing which cannot be in a caption. */
  readonly pictureFigures: ReadonlySet<Element>;
  readonly byId: ReadonlyMap<string, Element>;
  /** In-page links, in reading order. */
  readonly inPageLinks: readonly Element[];
  /** Whether `inner` is inside `outer` or the same. */
  within(inner: Element, outer: Element): boolean;
}

interface TableFacts {
  element: Element;
  rows: number;
  cells: number;
  widest: number;
  pictures: number;
  headers: number;
  nested: boolean;
}
interface FigureFacts {
  element: Element;
  pictures: number;
  foreign: boolean;
}
interface Level {
  nodes: ChildNode[];
  next: number;
  element: Element | undefined;
  table: TableFacts | undefined;
  figure: FigureFacts | undefined;
}

/** One pass over the whole tree, in a loop. */
export function survey(document: Document): Survey {
  const tables: TableFacts[] = [];
  const figures: FigureFacts[] = [];
  const byId = new Map<string, Element>();
  const inPageLinks: Element[] = [];
  const span = new Map<Element, { from: number; to: number }>();
  let clock = 0;

  const enter = (element: Element, level: Level): Level => {
    span.set(element, { from: (clock += 1), to: Infinity });
    for (const name of ['id', 'name']) {
      const id = attribute(element, name);
      if (id !== undefined && !byId.has(id)) byId.set(id, element);
    }
    if (element.tagName === 'a' && attribute(element, 'href')?.startsWith('#') === true) {
      inPageLinks.push(element);
    }
    let { table, figure } = level;
    countInTable(element.tagName, table);
    if (figure !== undefined) {
      if (element.tagName === 'img') figure.pictures += 1;
      if (/^(table|iframe|blockquote|figure|h[1-6])$/.test(element.tagName)) figure.foreign = true;
    }
    if (element.tagName === 'table') tables.push((table = noTable(element)));
    if (element.tagName === 'figure') {
      figures.push((figure = { element, pictures: 0, foreign: false }));
    }
    return { nodes: element.childNodes, next: 0, element, table, figure };
  };

  const levels: Level[] = [
    {
      nodes: document.childNodes,
      next: 0,
      element: undefined,
      table: undefined,
      figure: undefined,
    },
  ];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.next];
    level.next += 1;
    if (node === undefined) {
      levels.pop();
      const mine = level.element === undefined ? undefined : span.get(level.element);
      if (mine !== undefined) mine.to = clock;
    } else if (isElement(node)) levels.push(enter(node, level));
  }

  const data = tables.filter((table) => isData(table));
  const pictures = tables.filter((table) => isPicture(table));
  return {
    dataTables: new Set(data.map((table) => table.element)),
    pictureTables: new Set(pictures.map((table) => table.element)),
    pictureFigures: new Set(
      figures.filter((f) => f.pictures > 0 && !f.foreign).map((f) => f.element),
    ),
    byId,
    inPageLinks,
    within: (inner, outer) => {
      const at = span.get(inner)?.from ?? -1;
      const range = span.get(outer);
      return range !== undefined && range.from <= at && at <= range.to;
    },
  };
}

function noTable(element: Element): TableFacts {
  return { element, rows: 0, cells: 0, widest: 0, pictures: 0, headers: 0, nested: false };
}

function countInTable(name: string, table: TableFacts | undefined): void {
  if (table === undefined) return;
  if (name === 'table') table.nested = true;
  if (name === 'img') table.pictures += 1;
  if (name === 'th') table.headers += 1;
  if (name === 'tr') {
    table.rows += 1;
    table.cells = 0;
  }
  if (name === 'td' || name === 'th') table.widest = Math.max(table.widest, (table.cells += 1));
}

function isData(table: TableFacts): boolean {
  if (table.nested || /^(presentation|none)$/.test(attribute(table.element, 'role') ?? '')) {
    return false;
  }
  return table.widest > 1 || table.headers > 0 || hasDataClass(table.element);
}

function hasDataClass(element: Element): boolean {
  return /(^|\s)data(\s|$)/.test(attribute(element, 'class') ?? '');
}

function isPicture(table: TableFacts): boolean {
  return !isData(table) && !table.nested && table.pictures === 1 && table.rows === 2;
}
