/**
 * VNI-Windows writes a letter and after it a sign, both of Windows-1252: `Vieät` is `Việt`.
 * The order of the tones: sắc, huyền, hỏi, ngã, nặng.
 */
const tones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const plain = 'ùøûõï';
const withHat = 'áàåãä';
const withBreve = 'éèúüë';

const table = new Map<string, string>();
const put = (from: string, to: string): void => {
  table.set(from, to.normalize('NFC'));
  table.set(from.toUpperCase(), to.normalize('NFC').toUpperCase());
};
for (const letter of 'aeouy') {
  tones.forEach((tone, at) => {
    put(letter + (plain[at] ?? ''), letter + tone);
  });
}
for (const letter of 'aeo') {
  put(`${letter}â`, `${letter}\u0302`);
  tones.forEach((tone, at) => {
    put(letter + (withHat[at] ?? ''), `${letter}\u0302${tone}`);
  });
}
put('aê', 'ă');
tones.forEach((tone, at) => {
  put(`a${withBreve[at] ?? ''}`, `ă${tone}`);
  put(`ô${plain[at] ?? ''}`, `ơ${tone}`);
  put(`ö${plain[at] ?? ''}`, `ư${tone}`);
});
for (const [from, to] of Object.entries({ í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' })) {
  put(from, to);
}
for (const [from, to] of Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ' })) put(from, to);

const back = new Map([...table].map(([from, to]) => [to, from]));

/** A letter's sign may be small after a capital: `Aù` as well as `AÙ`. */
const mixed = (pair: string): string | undefined => {
  const found = table.get(pair.toLowerCase());
  return /^\p{Lu}/u.test(pair) ? found?.toUpperCase() : found;
};

export const fromVni = (text: string): string =>
  text.replace(
    /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[íìæóòîôöñ]/giu,
    (found) => table.get(found) ?? mixed(found) ?? found,
  );

export const toVni = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => back.get(letter) ?? letter).join('');
