/** What keys do in the translation screen. Nothing lies on keys that browsers keep for themselves. */
export const deeds = {
  confirm: 'Control+Enter',
  next: 'Alt+ArrowDown',
  previous: 'Alt+ArrowUp',
  nextToDo: 'Alt+Control+ArrowDown',
  copySource: 'Alt+KeyC',
  draft: 'Alt+KeyQ',
  doubtful: 'Alt+KeyU',
  match: 'Alt+Digit',
  code: 'Alt+Shift+Digit',
  concordance: 'Alt+KeyK',
  comment: 'Alt+KeyM',
  preview: 'Alt+KeyV',
  keys: 'Control+Slash',
} as const;
export type Deed = keyof typeof deeds;

/** A key press as it is compared: the physical key, so that a Khmer or Telex keyboard works too. */
export interface Press {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/**
 * What a key press means; null when it is for typing. While an input method composes, every key
 * is its. `number`: of the match or the code, from 1.
 */
export function deedOf(press: Press): { deed: Deed; number: number } | null {
  if (press.isComposing) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  const key = digit ? 'Digit' : press.code.replace('NumpadEnter', 'Enter');
  const held = [
    press.altKey ? 'Alt' : '',
    press.ctrlKey || press.metaKey ? 'Control' : '',
    press.shiftKey ? 'Shift' : '',
    key,
  ];
  const pressed = held.filter((part) => part !== '').join('+');
  for (const [deed, keys] of Object.entries(deeds)) {
    if (keys === pressed) return { deed: deed as Deed, number: Number(digit ?? 0) };
  }
  return null;
}

/** How a key is written for people: `Ctrl + Enter`. */
export const written = (deed: Deed): string[] =>
  deeds[deed]
    .split('+')
    .map((key) =>
      key
        .replace('Control', 'Ctrl')
        .replace(/^Key/, '')
        .replace('Digit', '1–9')
        .replace('ArrowDown', '↓')
        .replace('ArrowUp', '↑')
        .replace('Slash', '/'),
    );
