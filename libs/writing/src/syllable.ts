/**
 * The build of a Vietnamese syllable: onset, rhyme, tone. A grammar, not a list: it knows no
 * words, but what it refuses is no Vietnamese.
 */
const onsets = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|'.split('|');

const rhymes = new Set(
  (
    'a ai ao au ay am an ang anh ac ach ap at ă ăm ăn ăng ăc ăp ăt âu ây âm ân âng âc âp ât ' +
    'e eo em en eng ec ep et ê êu êm ên êng ênh êch êp êt êc i ia iu im in inh ich ip it ing ic ' +
    'iêu iêm iên iêng iêc iêp iêt o oi om on ong oc op ot oong ooc ô ôi ôm ôn ông ôc ôp ôt ôông ' +
    'ơ ơi ơm ơn ơp ơt ơng u ua ui um un ung uc up ut uôi uôm uôn uông uôc uôt uôp ' +
    'ư ưa ưi ưu ưm ưn ưng ưc ưt ươi ươu ươm ươn ương ươc ươp ươt ' +
    'oa oai oao oay oam oan oang oanh oac oach oap oat oăm oăn oăng oăc oăt oe oeo oen oet oem ' +
    'uê uêch uênh uên uêt uêu uơ uơn uơt uâ uân uâng uât uây uy uya uych uynh uyn uyt uyu uyp ' +
    'uyên uyêt uau uao y yêm yên yêng yêt yêu yt ym'
  ).split(' '),
);

/** Tones by their sign; the level tone has none. */
const signs: Readonly<Record<string, string>> = {
  '\u0300': 'huyền',
  '\u0301': 'sắc',
  '\u0309': 'hỏi',
  '\u0303': 'ngã',
  '\u0323': 'nặng',
};

export interface Syllable {
  /** Without its tone. */
  readonly letters: string;
  /** Null: level. */
  readonly tone: string | null;
}

/** Takes a syllable's tone off; null when there are two. Marks that make letters stay. */
export function withoutTone(word: string): Syllable | null {
  let tone: string | null = null;
  let letters = '';
  for (const sign of word.normalize('NFD').toLowerCase()) {
    const named = signs[sign];
    if (named === undefined) letters += sign;
    else if (tone !== null) return null;
    else tone = named;
  }
  return { letters: letters.normalize('NFC'), tone };
}

/** Whether this can be a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const found = withoutTone(word);
  if (!found) return false;
  const { letters, tone } = found;
  // Syllables that end in c, ch, p, t are spoken with two tones only.
  if (/(c|ch|p|t)$/u.test(letters) && tone !== 'sắc' && tone !== 'nặng') return false;
  return onsets.some((onset) => {
    if (!letters.startsWith(onset)) return false;
    const rhyme = letters.slice(onset.length);
    if (onset === 'gi' && (rhyme === '' || /^(n|m|ng|êng|ch|t|p)$/u.test(rhyme))) return true;
    return rhymes.has(rhyme) && goTogether(onset, rhyme);
  });
}

/** c, g, ng before dark vowels; k, gh, ngh before e, ê, i, y. */
function goTogether(onset: string, rhyme: string): boolean {
  const bright = /^[eêiy]/u.test(rhyme);
  switch (onset) {
    case 'c':
    case 'ng':
      return !bright;
    case 'g':
      return !bright || rhyme === 'i';
    case 'k':
    case 'gh':
    case 'ngh':
      return bright;
    case 'qu':
      return !/^[ouư]/u.test(rhyme);
    case '':
      return true;
    default:
      return true;
  }
}
