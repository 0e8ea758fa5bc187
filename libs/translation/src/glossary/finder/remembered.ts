/** So many answers are kept; then they are forgotten all at once. */
const MOST = 20_000;

/** The same pure function, which need not think twice about what it was asked a moment ago. */
export function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
