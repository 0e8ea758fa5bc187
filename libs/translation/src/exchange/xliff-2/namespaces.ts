/** XLIFF 2.0 and 2.1 share their namespace; the modules' prefixes are those of the standard. */
export const namespaces: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:xliff:document:2.0', ''],
  ['urn:oasis:names:tc:xliff:matches:2.0', 'mtc'],
  ['urn:oasis:names:tc:xliff:glossary:2.0', 'gls'],
  ['urn:oasis:names:tc:xliff:fs:2.0', 'fs'],
  ['urn:oasis:names:tc:xliff:metadata:2.0', 'mda'],
  ['urn:oasis:names:tc:xliff:resourcedata:2.0', 'res'],
  ['urn:oasis:names:tc:xliff:changetracking:2.0', 'ctr'],
  ['urn:oasis:names:tc:xliff:changetracking:2.1', 'ctr'],
  ['urn:oasis:names:tc:xliff:sizerestriction:2.0', 'slr'],
  ['urn:oasis:names:tc:xliff:validation:2.0', 'val'],
  ['http://www.w3.org/2005/11/its', 'its'],
  ['urn:oasis:names:tc:xliff:itsm:2.1', 'itsm'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['urn:mekong-desk:exchange', 'desk'],
]);

/** The namespace of a name, '' for the core's own. */
export function prefixOf(name: string): string {
  if (name.startsWith('{')) return name.slice(0, name.indexOf('}') + 1);
  const colon = name.indexOf(':');
  return colon === -1 ? '' : name.slice(0, colon);
}
