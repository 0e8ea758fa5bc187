import { deedOf, deeds, written, type Press } from './keys';

const press = (code: string, held: Partial<Press> = {}): Press => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

describe('keys of the translation screen', () => {
  it('confirms by Ctrl Enter, also of the number pad and by the key of a Mac', () => {
    expect(deedOf(press('Enter', { ctrlKey: true }))?.deed).toBe('confirm');
    expect(deedOf(press('NumpadEnter', { metaKey: true }))?.deed).toBe('confirm');
  });
  it('leaves every key to an input method while it composes', () => {
    expect(deedOf(press('Enter', { ctrlKey: true, isComposing: true }))).toBeNull();
  });
  it('takes the match or the code of a digit', () => {
    expect(deedOf(press('Digit3', { altKey: true }))).toEqual({ deed: 'match', number: 3 });
    expect(deedOf(press('Digit2', { altKey: true, shiftKey: true }))).toEqual({
      deed: 'code',
      number: 2,
    });
  });
  it('leaves plain keys for typing', () => {
    expect(deedOf(press('KeyC'))).toBeNull();
    expect(deedOf(press('Enter'))).toBeNull();
  });
  it('uses no key that browsers keep for themselves', () => {
    for (const keys of Object.values(deeds)) {
      expect(['Control+KeyT', 'Control+KeyN', 'Control+KeyW', 'Control+Digit']).not.toContain(keys);
    }
    expect(written('confirm')).toEqual(['Ctrl', 'Enter']);
  });
});
