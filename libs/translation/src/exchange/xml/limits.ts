/** What a file may be, so that a hostile one is refused in bounded time and memory. */
export const limits = {
  bytes: 50 * 1024 * 1024,
  segments: 200_000,
  depth: 100,
  attributes: 100,
  /** Elements kept at one moment: those of a unit and those around it. */
  keptElements: 500_000,
  /** Of the whole file. */
  elements: 5_000_000,
} as const;
