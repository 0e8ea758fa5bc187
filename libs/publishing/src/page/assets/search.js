/* global AbortController, clearTimeout, document, DOMParser, fetch, FormData, history, HTMLFormElement, HTMLInputElement, setTimeout, URLSearchParams */
// Shows what is found while one types. Without this script the same form is sent by its button.
(() => {
  const form = document.querySelector('form.search');
  if (!(form instanceof HTMLFormElement)) return;
  const typed = form.elements.namedItem('q');
  if (!(typed instanceof HTMLInputElement)) return;

  /** What is put anew: the results, and the way to the same search in other languages. */
  const CHANGING = ['#found', 'nav.languages'];
  const PAUSE_MS = 250;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {AbortController | undefined} */
  let asking;
  let composing = false;
  let last = addressOf(form);

  /** @param {HTMLFormElement} form */
  function addressOf(form) {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '') asked.append(name, value);
    }
    return `${form.getAttribute('action')}?${asked}`;
  }

  /** @param {HTMLFormElement} form */
  async function show(form) {
    const address = addressOf(form);
    if (address === last) return;
    last = address;
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of CHANGING) {
        const shown = page.querySelector(part);
        if (shown) document.querySelector(part)?.replaceWith(document.adoptNode(shown));
      }
      document.title = page.title;
      history.replaceState(null, '', address);
    } catch {
      // A newer question, or no network: what stands there stays, and the button still works.
      if (address === last && !mine.signal.aborted) last = '';
    }
  }

  const soon = () => {
    clearTimeout(waiting);
    if (!composing) waiting = setTimeout(() => void show(form), PAUSE_MS);
  };

  // Vietnamese and Khmer are often composed from several keys: a word is whole at its end.
  typed.addEventListener('compositionstart', () => (composing = true));
  typed.addEventListener('compositionend', () => {
    composing = false;
    soon();
  });
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
})();
