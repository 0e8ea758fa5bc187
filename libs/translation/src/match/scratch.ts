/** Arrays that every look-up uses again. */
export interface Scratch {
  /** What each unit of a block shares with the text, as far as it was counted. */
  readonly shared: Uint16Array;
  /** What each word of a block weighs that stands in the text. */
  readonly worth: Uint16Array;
  /** Where the text's words stand in the block. */
  readonly locals: Int32Array;
}

export const newScratch = (units: number): Scratch => ({
  shared: new Uint16Array(units),
  worth: new Uint16Array(0x10001),
  locals: new Int32Array(1 << 13),
});

/** A unit's section is a number; 0 is every section's. */
export const EVERY_SECTION = 0;

export const reaches = (unitSection: number | undefined, section: number): boolean =>
  unitSection === EVERY_SECTION || unitSection === section;
