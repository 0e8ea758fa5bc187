import { useEffect } from 'react';

/**
 * Leads focus back to where it was when a dialog goes away. Dialogs here leave the page at once
 * when they close, so that nobody else does it, and who works by keyboard would begin at the top.
 */
export function useFocusBack(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const watched = new WeakSet<Element>();
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const dialog = target.closest('[role=dialog]');
      const portal = dialog?.closest('[data-portal]');
      if (dialog && portal && !watched.has(dialog)) {
        watched.add(dialog);
        watch(dialog, portal, last);
      }
      last = target;
    };
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}

function watch(dialog: Element, portal: Element, before: HTMLElement | null): void {
  const observer = new MutationObserver(() => {
    if (dialog.isConnected) return;
    observer.disconnect();
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere && before?.isConnected) before.focus({ preventScroll: true });
  });
  observer.observe(portal, { childList: true });
}
