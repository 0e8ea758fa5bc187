/** Arrays that every look-up uses again. */
export interface Scratch {
  /** What each unit of a block shares with the text, as far as it was counted. */
  readonly shared: Uint16Array;
  /** How often each word of a block may still be counted, and what it weighs. */
  readonly left: Int32Array;
  readonly worth: Uint16Array;
}

export const newScratch = (units: number): Scratch => ({
  shared: new Uint16Array(units),
  left: new Int32Array(0x10001),
  worth: new Uint16Array(0x10001),
});

/** A unit's section is a number; 0 is every section's. */
export const EVERY_SECTION = 0;

export const reaches = (unitSection: number | undefined, section: number): boolean =>
  unitSection === EVERY_SECTION || unitSection === section;
