const CLUSTER = /[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]|[\u17B4-\u17D1\u17D3\u17DD])*|[^]/g;
const FIRST_OF_CLUSTERS = 0xd800;
const CLUSTERS = 0x2100;

/**
 * What is counted as one sign of a word: a UTF-16 unit, or a Khmer cluster. Clusters of several
 * units are numbered by a hash into the range of surrogates and private use: that two of them
 * share a number is so rare that it only ever makes a distance one too small.
 */
export function signsOf(word: string): number[] {
  if (!/[\u1780-\u17B3]/.test(word))
    return Array.from(word.split(''), (unit) => unit.charCodeAt(0));
  return Array.from(word.match(CLUSTER) ?? [], (cluster) =>
    cluster.length === 1 ? cluster.charCodeAt(0) : FIRST_OF_CLUSTERS + (hashOf(cluster) % CLUSTERS),
  );
}

/** FNV-1a over UTF-16 units, 32 bits without sign. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
