/** Small harms to an XML file that leave it well-formed, the same ones each time. */
export function* mutations(xml: string, count: number, seed: number): Generator<string> {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  const tags = [...xml.matchAll(/<([\w:]+)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g)];
  const attributes = [...xml.matchAll(/\s([\w:]+)\s*=\s*("[^"]*"|'[^']*')(?=[^<]*>)/g)].filter(
    ([, name = '']) =>
      !name.startsWith('xmlns') && !['version', 'encoding', 'srcLang'].includes(name),
  );
  const leaves = [...xml.matchAll(/<([\w:]+)[^<>]*(?:\/>|>[^<>]*<\/\1>)/g)];
  const replaced = (match: RegExpExecArray, by: string) =>
    xml.slice(0, match.index) + by + xml.slice(match.index + match[0].length);
  const values = ['', 'no', 'two words', '#', '-1', 'yes', 'xlf:b', '1'];
  for (let done = 0; done < count; done += 1) {
    const attribute = attributes[below(attributes.length)];
    const leaf = leaves[below(leaves.length)];
    const tag = tags[below(tags.length)];
    const kind = below(6);
    if (kind === 0 && attribute) yield replaced(attribute, '');
    if (kind === 1 && attribute) yield replaced(attribute, ` made-up="x"`);
    if (kind === 2 && attribute) {
      yield replaced(attribute, ` ${attribute[1] ?? ''}="${values[below(values.length)] ?? ''}"`);
    }
    if (kind === 3 && leaf) yield replaced(leaf, '');
    if (kind === 4 && leaf) yield replaced(leaf, leaf[0] + leaf[0]);
    if (kind === 5 && tag && leaf) {
      const at = tag.index + tag[0].length;
      yield xml.slice(0, at) + leaf[0] + xml.slice(at);
    }
  }
}
