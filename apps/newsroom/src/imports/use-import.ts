import { useState } from 'react';

/** How far a file is: on its way, or being read by the worker. */
export interface Sending {
  readonly phase: 'sending' | 'reading';
  /** From 0 to 1. */
  readonly part: number;
}

/** What is still to be asked for. */
interface Reading {
  readonly state: 'reading' | 'read' | 'refused';
  readonly percent: number;
}

export interface Import<T> {
  readonly file: File | null;
  readonly sending: Sending | null;
  /** What the file would change, or did. */
  readonly outcome: T | null;
  readonly error: unknown;
  readonly begin: (file: File) => Promise<T | null>;
  readonly forget: () => void;
}

const ASK_EVERY_MS = 700;

/**
 * A file on its way to the newsroom: sent with progress, then, when it is large, asked after
 * until it is read.
 * @param send sends the file
 * @param ask asks how far the reading is; null when it is done
 */
export function useImport<T>(
  send: (file: File, onProgress: (part: number) => void) => Promise<T>,
  ask: (given: T) => { now: Reading; again: () => Promise<T> } | null,
): Import<T> {
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [outcome, setOutcome] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begin = async (chosen: File): Promise<T | null> => {
    setFile(chosen);
    setOutcome(null);
    setError(null);
    setSending({ phase: 'sending', part: 0 });
    try {
      let given = await send(chosen, (part) => {
        setSending({ phase: 'sending', part });
      });
      for (let left = ask(given); left?.now.state === 'reading'; left = ask(given)) {
        setSending({ phase: 'reading', part: left.now.percent / 100 });
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
        given = await left.again();
      }
      setOutcome(given);
      return given;
    } catch (caught) {
      setError(caught);
      return null;
    } finally {
      setSending(null);
    }
  };
  return {
    ...{ file, sending, outcome, error, begin },
    forget: () => {
      setFile(null);
      setOutcome(null);
      setError(null);
    },
  };
}
