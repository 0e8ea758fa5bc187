import { useEffect, useEffectEvent } from 'react';
import { deedOf, type Deed } from './keys';

/** What may also be done from a field beside the segment: it leaves the target alone. */
const anywhere: readonly Deed[] = [
  'next',
  'previous',
  'nextToDo',
  'concordance',
  'comment',
  'preview',
  'keys',
];

/**
 * The keys of the screen. `?` is a letter where somebody types; Escape leads from a field beside
 * the segment back into it.
 */
export function useKeys({
  does,
  silent,
  back,
}: {
  does: Record<Deed, (number: number) => void>;
  /** While a dialog is open, its keys are its own. */
  silent: boolean;
  back: () => void;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (silent || !(event.target instanceof HTMLElement)) return;
    const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const typing = inField || event.target.isContentEditable;
    if (event.key === 'Escape' && inField && !event.isComposing) {
      back();
      return;
    }
    const found =
      event.key === '?' && !typing ? { deed: 'keys' as const, number: 0 } : deedOf(event);
    if (!found || (inField && !anywhere.includes(found.deed))) return;
    event.preventDefault();
    does[found.deed](found.number);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
