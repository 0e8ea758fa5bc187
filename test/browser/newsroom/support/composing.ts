import type { CDPSession, Page } from 'playwright-core';

/** What stands where a word is typed after each key. */
export type Keystrokes = readonly string[];

/** Telex: `tieengs Vieetj nguwowif ddaats`, as Unikey shows it after each key. */
export const telex: readonly Keystrokes[] = [
  ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'],
  ['V', 'Vi', 'Vie', 'Viê', 'Viêt', 'Việt'],
  ['n', 'ng', 'ngu', 'ngư', 'ngưo', 'ngươ', 'ngươi', 'người'],
  ['d', 'đ', 'đa', 'đâ', 'đât', 'đất'],
];
/** VNI: `tie6ng1 Vie65t d9u7o7c5`. */
export const vni: readonly Keystrokes[] = [
  ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'],
  ['V', 'Vi', 'Vie', 'Viê', 'Việ', 'Việt'],
  ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươc', 'được'],
];
/** NiDA: some keys give two code points at once, `ាំ`, `ុំ`, `ោះ`. */
export const nida: readonly string[] = [
  ...'ក្រុង',
  'ភ',
  '្',
  'ន',
  'ំ',
  '\u200B',
  'ក',
  'ុំ',
  '\u200B',
  'ច',
  'ាំ',
  '\u200B',
  'គ',
  'ោះ',
];

/** What the words are once they are typed. */
export const said = (typed: readonly Keystrokes[]): string =>
  typed.map((steps) => steps.at(-1) ?? '').join(' ');

/** The keyboard of somebody who types Vietnamese or Khmer, through the browser's own protocol. */
export class Typist {
  private constructor(
    private readonly page: Page,
    private readonly protocol: CDPSession,
  ) {}

  static async at(page: Page): Promise<Typist> {
    return new Typist(page, await page.context().newCDPSession(page));
  }

  /**
   * As iBus and fcitx do: each word is composed, underlined, and taken with the space after it.
   * `meanwhile`: what happens while the second word is half typed.
   */
  async composes(typed: readonly Keystrokes[], meanwhile?: () => Promise<void>): Promise<void> {
    for (const [at, steps] of typed.entries()) {
      if (at > 0) await this.page.keyboard.press('Space');
      for (const [step, text] of steps.entries()) {
        await this.protocol.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        if (at === 1 && step === 2) await meanwhile?.();
      }
      await this.protocol.send('Input.insertText', { text: steps.at(-1) ?? '' });
    }
  }

  /**
   * As Unikey and EVKey do in Windows: letters arrive as they are; where a key changes letters
   * before it, they are taken back by Backspace and sent anew, faster than anybody types.
   */
  async corrects(typed: readonly Keystrokes[], meanwhile?: () => Promise<void>): Promise<void> {
    await this.retypes(typed, (count) => this.times(count, 'Backspace'), meanwhile);
  }

  /** As EVKey does where Backspace is unsure: what changes is selected and typed over. */
  async selects(typed: readonly Keystrokes[], meanwhile?: () => Promise<void>): Promise<void> {
    await this.retypes(typed, (count) => this.times(count, 'Shift+ArrowLeft'), meanwhile);
  }

  /** One key that gives several code points. */
  async presses(text: string): Promise<void> {
    const windowsVirtualKeyCode = 0xe7;
    const key = { key: text, windowsVirtualKeyCode };
    await this.protocol.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
    await this.protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  private async retypes(
    typed: readonly Keystrokes[],
    takeBack: (count: number) => Promise<void>,
    meanwhile?: () => Promise<void>,
  ): Promise<void> {
    for (const [at, steps] of typed.entries()) {
      if (at > 0) await this.page.keyboard.press('Space');
      let before = '';
      for (const [step, text] of steps.entries()) {
        const same = sharedBeginning(before, text);
        await takeBack(before.length - same);
        for (const letter of text.slice(same)) await this.presses(letter);
        before = text;
        if (at === 1 && step === 2) await meanwhile?.();
      }
    }
  }

  private async times(count: number, key: string): Promise<void> {
    for (let done = 0; done < count; done += 1) await this.page.keyboard.press(key);
  }
}

function sharedBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
