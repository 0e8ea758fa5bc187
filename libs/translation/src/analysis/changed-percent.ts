import { SignDistance } from '../match/sign-distance.js';
import { signsOf } from '../match/signs.js';
import { plainText } from '../segments/index.js';

const distance = new SignDistance();

/** How much of a text is another now: the edit distance in signs for a hundred of the longer one. */
export function changedPercent(before: string, after: string): number {
  const [one, other] = [signs(before), signs(after)];
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 0;
  distance.from(one);
  return Math.min(100, Math.ceil((100 * distance.to(other, other.length)) / longer));
}

/** As readers see them: zero-width spaces are no change. */
const signs = (codeText: string): Uint16Array =>
  Uint16Array.from(
    signsOf(
      plainText(codeText)
        .normalize('NFC')
        .replace(/[\u200B-\u200D\u2060]/g, ''),
    ),
  );
