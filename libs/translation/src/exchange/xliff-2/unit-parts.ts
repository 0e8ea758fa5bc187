import { elementsOf, type XmlElement, within } from '../xml/element.js';

/** The sources or the targets of a unit in their order, with all that stands in them. */
export interface Side {
  readonly name: 'source' | 'target';
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** The segment or ignorable. */
  readonly holder: XmlElement;
  readonly element: XmlElement;
  /** Codes and annotations in the order of the text, an outer one before what is in it. */
  readonly inlines: readonly XmlElement[];
}

export function holdersOf(unit: XmlElement): XmlElement[] {
  return elementsOf(unit).filter(({ name }) => name === 'segment' || name === 'ignorable');
}

export function sideOf(unit: XmlElement, name: Side['name']): Side {
  const pieces = holdersOf(unit).flatMap((holder) =>
    elementsOf(holder)
      .filter((child) => child.name === name)
      .map((element) => ({ holder, element, inlines: [...within(element)].slice(1) })),
  );
  return { name, pieces };
}

const codes = new Set(['ph', 'pc', 'sc', 'ec']);

export function isCode(element: XmlElement): boolean {
  return codes.has(element.name);
}

export function inlinesOf(side: Side): XmlElement[] {
  return side.pieces.flatMap(({ inlines }) => inlines);
}

/** The children of a list element such as `notes`. */
export function listed(unit: XmlElement, list: string, name: string): XmlElement[] {
  return elementsOf(unit)
    .filter((child) => child.name === list)
    .flatMap(elementsOf)
    .filter((child) => child.name === name);
}
