/**
 * Whether a line is Khmer of fonts from before Unicode (Limon, ABC): Latin letters, capitals and
 * signs within words, as `RBHraCaNacRkkm<úCa`. It is only recognised: the fonts differ from one
 * another, and order of vowels and signs is lost, so that a conversion could not be trusted.
 */
export function isOldKhmer(line: string): boolean {
  if (/\p{Script=Khmer}/u.test(line)) return false;
  const words = line.split(/\s+/u).filter((word) => word.length >= 4);
  const odd = words.filter(isOdd);
  const letters = odd.join('').length;
  return letters >= 12 && odd.length >= words.length * 0.6;
}

/** A sign or a change to capitals inside a word, more than once: no name of a product has that. */
function isOdd(word: string): boolean {
  if (/^(https?:|www\.)|@/u.test(word) || /^[\p{Lu}\d./-]+$/u.test(word)) return false;
  const capitals = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const signs =
    word.match(/(?<=[A-Za-z])[<>;:@#$%^&*=+\\|~`´¶µ¬ÁÄÅÆúøEI](?=[A-Za-z<>úø])/gu)?.length ?? 0;
  return capitals + signs >= 2;
}
