import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** The attributes of a toolbar through which arrows lead: it is one stop of the Tab key. */
export interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** `stop` is the tool that the Tab key leads to: the one that was used last. */
export function useRoving(first: string): { roving: Roving; stop: string } {
  const ref = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(first);
  const onKeyDown = (event: KeyboardEvent): void => {
    const tools = [
      ...(ref.current?.querySelectorAll<HTMLElement>('[data-tool]:not(:disabled)') ?? []),
    ];
    const at = tools.findIndex((tool) => tool === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tools.length - 1
          : step === undefined
            ? null
            : (at + step + tools.length) % tools.length;
    if (at < 0 || to === null) return;
    event.preventDefault();
    tools[to]?.focus();
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const name = event.target.dataset.tool;
    if (name) setStop(name);
  };
  return { roving: { ref, onKeyDown, onFocus }, stop };
}
