import { fromOldAlphabet, oldAlphabetOf, oldAlphabets, toOldAlphabet } from './old-alphabet.js';
import { isOldKhmer } from './old-khmer.js';

const sentence = 'Công tác thông tin đối ngoại từ góc nhìn địa phương, tỉnh Bạc Liêu';
const bases = 'a ă â e ê i o ô ơ u ư y'.split(' ');
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const letters = [
  ...bases.flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC'))),
  'đ',
];

describe('old alphabets of Vietnamese', () => {
  it.each(oldAlphabets)('%s: every small letter comes back', (alphabet) => {
    for (const letter of letters) {
      const written = toOldAlphabet(letter, alphabet);
      expect([letter, fromOldAlphabet(written, alphabet)]).toEqual([letter, letter]);
    }
  });

  it('are read as their fonts showed them', () => {
    expect(fromOldAlphabet('ViÖt Nam, ®Êt n­íc', 'tcvn3')).toBe('Việt Nam, đất nước');
    expect(fromOldAlphabet('Vieät Nam, ñaát nöôùc', 'vni')).toBe('Việt Nam, đất nước');
    expect(fromOldAlphabet('VIEÄT NAM, Ñaát Nöôùc', 'vni')).toBe('VIỆT NAM, Đất Nước');
    expect(fromOldAlphabet('Vi®t Nam, ð¤t nß¾c', 'viscii')).toBe('Việt Nam, đất nước');
  });

  it.each(oldAlphabets)('%s is recognised', (alphabet) => {
    expect(oldAlphabetOf(toOldAlphabet(sentence, alphabet))).toEqual({ alphabet, text: sentence });
  });

  it.each([
    sentence,
    sentence.normalize('NFD'),
    'La délégation française a visité à Bạc Liêu le pagode été dernière',
    'São Paulo, Zürich et Málaga: naïve café',
    'In the 1997 match at Valderrama, winning 14½-13½.',
    'ប្រទេសវៀតណាម និងកម្ពុជា',
    '',
  ])('leave %p alone', (line) => {
    expect(oldAlphabetOf(line)).toBeNull();
  });
});

describe('Khmer of old fonts', () => {
  it('is recognised, not converted', () => {
    expect(isOldKhmer('RBHraCaNacRkkm<úCa CatisasnaRBHmhakSRt')).toBe(true);
  });

  it.each(['ព្រះរាជាណាចក្រកម្ពុជា', sentence, 'NestJS, BullMQ and MariaDB run here', 'UBND TP.HCM'])(
    'leaves %p alone',
    (line) => {
      expect(isOldKhmer(line)).toBe(false);
    },
  );
});
