import { useCallback, useEffect, useRef, useState } from 'react';
import { hasStatus } from '../api/problem';
import { draftOf, dropDraft, keepDraft } from '../drafts/drafts';
import { useSession } from '../session/session';
import { repeatsOf } from './filters';
import { useSaveSegment, type Segment, type Sheet } from './sheet';

/** How long after the last key a draft goes to the newsroom, in milliseconds. */
const PAUSE_MS = 1_200;

export type SaveState = 'saved' | 'typing' | 'saving' | 'kept' | 'conflict';

/** The segment that is worked on: what is typed, where it is saved, what went wrong. */
export interface Work {
  readonly current: Segment | undefined;
  readonly text: string;
  readonly state: SaveState;
  readonly error: unknown;
  /** What somebody else saved meanwhile; to be chosen from. */
  readonly theirs: string | null;
  readonly open: (segment: Segment) => void;
  readonly type: (text: string) => void;
  readonly confirm: () => Promise<boolean>;
  readonly toDraft: () => Promise<boolean>;
  readonly resolve: (text: string) => void;
}

const placeOf = (segment: Segment): string => `segment:${segment.id}`;

export function useWork(
  editionId: string,
  sheet: Sheet | undefined,
  reread: () => Promise<Sheet | undefined>,
): Work {
  const { person } = useSession();
  const save = useSaveSegment(editionId);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typed = useRef<string | null>(null);
  const current = sheet?.items.find(({ id }) => id === currentId);

  const store = useCallback(
    async (segment: Segment, target: string, status: 'draft' | 'confirmed'): Promise<boolean> => {
      clearTimeout(timer.current);
      setState('saving');
      try {
        await save.mutateAsync({ segment, target, status });
        if (typed.current === target) typed.current = null;
        await dropDraft(person.id, placeOf(segment));
        setError(null);
        setState(typed.current === null ? 'saved' : 'typing');
        return true;
      } catch (refusal) {
        setError(refusal);
        if (hasStatus(refusal, 409)) {
          const fresh = await reread().catch(() => undefined);
          const now = fresh?.items.find(({ id }) => id === segment.id);
          if (now && now.target !== target) setTheirs(now.target);
          setState('conflict');
        } else setState('kept');
        return false;
      }
    },
    [person.id, reread, save],
  );

  const leave = useCallback((): void => {
    const waiting = typed.current;
    clearTimeout(timer.current);
    if (current && waiting !== null && state !== 'conflict') void store(current, waiting, 'draft');
    typed.current = null;
  }, [current, state, store]);

  const open = useCallback(
    (segment: Segment): void => {
      if (segment.id === currentId) return;
      leave();
      setCurrentId(segment.id);
      setText(segment.target);
      setTheirs(null);
      setError(null);
      setState('saved');
      void draftOf(person.id, placeOf(segment)).then((draft) => {
        if (typeof draft?.content !== 'string' || draft.content === segment.target) return;
        typed.current = draft.content;
        setText(draft.content);
        setState('kept');
      });
    },
    [currentId, leave, person.id],
  );

  const type = (next: string): void => {
    if (!current || next === text) return;
    setText(next);
    typed.current = next;
    if (state !== 'conflict') setState('typing');
    void keepDraft({
      of: placeOf(current),
      accountId: person.id,
      baseVersion: current.version,
      content: next,
      at: new Date().toISOString(),
    });
    clearTimeout(timer.current);
    if (theirs === null) {
      timer.current = setTimeout(() => void store(current, next, 'draft'), PAUSE_MS);
    }
  };

  const confirm = async (): Promise<boolean> => {
    if (!current) return false;
    if (!(await store(current, text, 'confirmed'))) return false;
    const repeats = repeatsOf(sheet?.items ?? [], current);
    for (const repeat of repeats) {
      await save.mutateAsync({ segment: repeat, target: text, status: 'draft' });
    }
    return true;
  };

  const resolve = (chosen: string): void => {
    if (!current) return;
    setTheirs(null);
    setText(chosen);
    void store(current, chosen, 'draft');
  };

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  return {
    current,
    text,
    state,
    error,
    theirs,
    open,
    type,
    confirm,
    toDraft: async () => (current ? store(current, text, 'draft') : false),
    resolve,
  };
}
