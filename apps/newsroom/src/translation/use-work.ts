import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { SaveState } from '../drafts/autosave';
import { keeper } from '../drafts/kept';
import { useSession } from '../session/session';
import { repeatsOf } from './filters';
import { keptSegments, placeOf, type KeptSegment } from './kept-segments';
import { SegmentDesk } from './segment-desk';
import { sameTarget, withText, type SegmentText } from './segment-text';
import { sendSegment } from './send-segment';
import type { Segment, Sheet } from './sheet';

/** The segment that is worked on: what is typed, where it is saved, what went wrong. */
export interface Work {
  /** All segments as they will be once what was typed has arrived. */
  readonly items: readonly Segment[];
  readonly current: Segment | undefined;
  readonly text: string;
  /** Grows when the editor is to begin anew with another text. */
  readonly turn: number;
  readonly state: SaveState;
  readonly error: unknown;
  /** What somebody else saved meanwhile; to be chosen from. */
  readonly theirs: string | null;
  /** Other segments whose text the newsroom has not taken. */
  readonly waiting: readonly Segment[];
  /** How many segments had been typed here and were never sent. */
  readonly restored: number;
  readonly open: (segment: Segment) => void;
  readonly type: (text: string) => void;
  /** True when one may go on to the next segment. */
  readonly confirm: () => Promise<boolean>;
  readonly toDraft: () => Promise<boolean>;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Sends all that waits; true when the newsroom has it. */
  readonly flush: () => Promise<boolean>;
}

const troubled: readonly SaveState[] = ['kept', 'conflict', 'refused'];

export function useWork(editionId: string, sheet: Sheet, first: Segment | undefined): Work {
  const { person } = useSession();
  const queries = useQueryClient();
  const [desk] = useState(
    () =>
      new SegmentDesk({
        send: (id, text, version) => sendSegment(queries, editionId, id, text, version),
        keeperOf: (id) => keeper<SegmentText>(person.id, placeOf(id)),
      }),
  );
  const underWork = useSyncExternalStore(desk.subscribe, desk.current);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const [restored, setRestored] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const items = useMemo(
    () =>
      sheet.items.map((segment) => {
        const typed = underWork.get(segment.id);
        const arrived = !typed || typed.saving.state === 'saved';
        return arrived ? segment : withText(segment, typed.text);
      }),
    [sheet.items, underWork],
  );
  const current = items.find(({ id }) => id === currentId);
  const here = underWork.get(currentId ?? '');
  const autosave = desk.of(currentId);

  const open = (segment: Segment): void => {
    if (segment.id === currentId || restored === null) return;
    void autosave?.flush();
    desk.take(sheet.items.find(({ id }) => id === segment.id) ?? segment);
    setCurrentId(segment.id);
    setRefusal(null);
  };

  const look = useEffectEvent(() => keptSegments(person.id, sheet.items).catch(() => []));
  const begin = useEffectEvent((kept: readonly KeptSegment[]) => {
    for (const { segment, text, base } of kept) desk.take(segment).restore(text, base);
    setRestored(kept.length);
    if (!first) return;
    desk.take(first);
    setCurrentId(first.id);
  });
  const onEnd = useEffectEvent(() => {
    if (desk.dirty) void desk.flush();
    desk.stop();
  });
  useEffect(() => {
    void look().then(begin);
    return () => {
      onEnd();
    };
  }, []);
  useEffect(() => {
    const online = (): void => {
      void desk.flush();
    };
    const leave = (event: BeforeUnloadEvent): void => {
      if (desk.dirty) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leave);
    };
  }, [desk]);

  return {
    items,
    current,
    text: here?.text.target ?? '',
    turn,
    state: here?.saving.state ?? 'saved',
    error: refusal ?? here?.saving.error ?? null,
    theirs: here?.saving.theirs?.text.target ?? null,
    waiting: items.filter(({ id }) => {
      const state = underWork.get(id)?.saving.state ?? 'saved';
      return id !== currentId && troubled.includes(state);
    }),
    restored: restored ?? 0,
    open,
    type: (target) => {
      if (!autosave || target === autosave.text.target) return;
      const { base } = autosave.current();
      const back = sameTarget({ target, status: 'draft' }, base.text);
      autosave.change({ target, status: back ? base.text.status : 'draft' });
      setRefusal(null);
    },
    confirm: async () => {
      if (!autosave || !current || autosave.text.target.trim() === '') return false;
      const { target } = autosave.text;
      setRefusal(null);
      autosave.change({ status: 'confirmed' });
      await autosave.flush();
      const { state, error } = autosave.current();
      if (state === 'refused') {
        // What cannot be confirmed yet, such as without its codes, is saved as a draft.
        setRefusal(error);
        autosave.change({ status: 'draft' });
        await autosave.flush();
      }
      if (state === 'refused' || state === 'conflict') return false;
      for (const repeat of repeatsOf(items, current)) {
        const other = desk.take(repeat);
        other.change({ target, status: 'draft' });
        void other.flush();
      }
      return true;
    },
    toDraft: async () => {
      autosave?.change({ status: 'draft' });
      return autosave?.flush() ?? true;
    },
    keepMine: () => {
      if (autosave) void autosave.resolve(autosave.text);
    },
    takeTheirs: () => {
      const theirs = autosave?.current().theirs;
      if (!autosave || !theirs) return;
      void autosave.resolve(theirs.text);
      setTurn((before) => before + 1);
    },
    flush: () => desk.flush(),
  };
}
