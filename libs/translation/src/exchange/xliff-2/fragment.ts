/** A place in a document: `#f=f1/u=u1/n=n1`, `#m1`, `#t=m2`. */
export interface Fragment {
  readonly file: string | null;
  readonly group: string | null;
  readonly unit: string | null;
  /** What in there: `n=n1`, `m1`; null: the file, group or unit itself. */
  readonly inner: string | null;
}

const containers = ['f', 'g', 'u'] as const;
const inside = ['n', 'd', 't', 'mtc', 'gls', 'mda', 'res', 'slr', 'val', 'ctr', 'fs', 'its'];
const TOKEN = /^[-.:\w\u00B7\u00C0-\u{EFFFF}]+$/u;

/** Null when it is no fragment of the standard's form. */
export function parseFragment(reference: string): Fragment | null {
  if (!reference.startsWith('#')) return null;
  const absolute = reference.startsWith('#/');
  const selectors = reference.slice(absolute ? 2 : 1).split('/');
  const found = new Map<string, string>();
  let inner: string | null = null;
  let last = -1;
  for (const selector of selectors) {
    const equals = selector.indexOf('=');
    const prefix = equals === -1 ? '' : selector.slice(0, equals);
    const id = selector.slice(equals + 1);
    if (inner !== null || !TOKEN.test(id) || equals === 0) return null;
    const rank = containers.findIndex((container) => container === prefix);
    if (rank === -1) {
      if (prefix !== '' && !inside.includes(prefix)) return null;
      inner = selector;
      continue;
    }
    if (rank <= last) return null;
    last = rank;
    found.set(prefix, id);
  }
  if (absolute && !found.has('f')) return null;
  return {
    file: found.get('f') ?? null,
    group: found.get('g') ?? null,
    unit: found.get('u') ?? null,
    inner,
  };
}
