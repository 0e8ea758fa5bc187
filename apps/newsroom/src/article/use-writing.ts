import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session/session';
import type { WorkingCopy } from '../transitions/transitions';
import { Autosave, type Autosaving, type Saved } from '../drafts/autosave';
import { sameText, textOf, type EditionText } from './edition-text';
import { dropKeptText, keptText, textKeeper, type KeptText } from './kept-text';
import { sendText } from './send-text';

export interface Writing {
  readonly text: EditionText;
  readonly saving: Autosaving<EditionText>;
  /** What was typed earlier in this browser and never arrived; to be taken or dropped first. */
  readonly kept: KeptText | null;
  /** What somebody else saved while nothing was typed here. */
  readonly newer: Saved<EditionText> | null;
  /** Grows when the editor is to begin anew with another text. */
  readonly turn: number;
  readonly change: (part: Partial<EditionText>) => void;
  /** Sends what waits; false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
  readonly resolve: (text: EditionText) => void;
  readonly takeKept: () => void;
  readonly dropKept: () => void;
  readonly takeNewer: () => void;
}

/**
 * The text of an edition while it is written. The newsroom's answers never change what is being
 * typed: another text comes into the editor only where somebody chose it.
 */
export function useWriting(copy: WorkingCopy): Writing {
  const { person } = useSession();
  const queries = useQueryClient();
  const [autosave] = useState(
    () =>
      new Autosave(savedIn(copy), {
        send: (text, version) => sendText(queries, copy.id, text, version),
        keep: textKeeper(person.id, copy.id),
        same: sameText,
      }),
  );
  const saving = useSyncExternalStore(autosave.subscribe, autosave.current);
  const [text, setText] = useState(autosave.text);
  const [turn, setTurn] = useState(0);
  const [kept, setKept] = useState<KeptText | null>(null);

  const change = (part: Partial<EditionText>): void => {
    autosave.change(part);
    setText(autosave.text);
  };
  const begin = (): void => {
    setText(autosave.text);
    setTurn((before) => before + 1);
  };

  const look = useEffectEvent(() => keptText(person.id, copy.id, autosave.current().base.text));
  const onEnd = useEffectEvent(() => {
    if (autosave.dirty) void autosave.flush();
    autosave.stop();
  });
  useEffect(() => {
    void look().then(setKept);
    return () => {
      onEnd();
    };
  }, []);

  const onOnline = useEffectEvent(() => {
    if (saving.state === 'kept') void autosave.flush();
  });
  const onLeave = useEffectEvent((event: BeforeUnloadEvent) => {
    if (autosave.dirty) event.preventDefault();
  });
  useEffect(() => {
    const online = (): void => {
      onOnline();
    };
    const leave = (event: BeforeUnloadEvent): void => {
      onLeave(event);
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leave);
    };
  }, []);

  const read = useMemo(() => savedIn(copy), [copy]);
  const isNewer = read.version > saving.base.version && saving.state === 'saved';
  const isSame = isNewer && sameText(read.text, saving.base.text);
  useEffect(() => {
    // A step of the workflow raises the version and leaves the text alone.
    if (isSame) autosave.adopt({ text: autosave.text, version: read.version });
  }, [autosave, isSame, read]);

  return {
    text,
    saving,
    kept,
    newer: isNewer && !isSame ? read : null,
    turn,
    change,
    flush: () => autosave.flush(),
    resolve: (chosen) => {
      void autosave.resolve(chosen);
      begin();
    },
    takeKept: () => {
      if (!kept) return;
      setKept(null);
      autosave.restore(kept.text, kept.base);
      begin();
    },
    dropKept: () => {
      setKept(null);
      void dropKeptText(person.id, copy.id);
    },
    takeNewer: () => {
      autosave.adopt(read);
      begin();
    },
  };
}

const savedIn = (copy: WorkingCopy): Saved<EditionText> => ({
  text: textOf(copy),
  version: copy.version,
});
