import { useSyncExternalStore } from 'react';

/** What is said to people who listen to the screen: saves, errors, what has just moved. */
let said = { text: '', urgent: false, turn: 0 };
const waiting = new Set<() => void>();

export function announce(text: string, urgent = false): void {
  said = { text, urgent, turn: said.turn + 1 };
  for (const tell of waiting) tell();
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

/** The live regions; once, in the frame. The same text is told again as it stands in a new element. */
export function Announcements() {
  const { text, urgent, turn } = useSyncExternalStore(subscribe, () => said);
  return (
    <>
      <div className="desk-told" role="status" aria-live="polite">
        {!urgent && <span key={turn}>{text}</span>}
      </div>
      <div className="desk-told" role="alert" aria-live="assertive">
        {urgent && <span key={turn}>{text}</span>}
      </div>
    </>
  );
}
