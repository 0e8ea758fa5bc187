import type { ValueType } from './value-types.js';

/** Some elements that may stand at one place of a sequence. `other`: of another namespace. */
export interface Particle {
  readonly names: readonly string[];
  readonly other?: true;
  readonly min: 0 | 1;
  readonly max: 1 | 'many';
}

export interface ElementRule {
  readonly content: readonly Particle[];
  /** Whether text may stand between the elements. */
  readonly mixed: boolean;
  /** A `!` before the type: the attribute must be there. */
  readonly attributes: Readonly<Record<string, ValueType | `!${ValueType}`>>;
  /** Whether attributes of other namespaces may stand. */
  readonly open: boolean;
}

export const some = (...names: string[]): Particle => ({ names, min: 0, max: 'many' });
export const atLeastOne = (...names: string[]): Particle => ({ names, min: 1, max: 'many' });
export const maybe = (...names: string[]): Particle => ({ names, min: 0, max: 1 });
export const one = (...names: string[]): Particle => ({ names, min: 1, max: 1 });
export const others: Particle = { names: [], other: true, min: 0, max: 'many' };

export function rule(
  content: readonly Particle[],
  attributes: ElementRule['attributes'],
  has: { mixed?: boolean; open?: boolean } = {},
): ElementRule {
  return { content, attributes, mixed: has.mixed ?? false, open: has.open ?? false };
}
