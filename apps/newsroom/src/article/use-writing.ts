import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { bodySchema, type Body } from '@desk/contracts';
import { z } from 'zod';
import { answer, api, ifMatch } from '../api/client';
import { hasStatus } from '../api/problem';
import { draftOf, dropDraft, keepDraft, type Draft } from '../drafts/drafts';
import { useSession } from '../session/session';
import type { WorkingCopy } from '../transitions/transitions';

/** How long after the last key the text goes to the newsroom, in milliseconds. */
const PAUSE_MS = 1_500;
/** When the newsroom cannot be reached, it is tried again after this. */
const AGAIN_MS = 8_000;

/** What is written. */
export interface Written {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  readonly seo: { readonly title: string; readonly description: string };
  readonly body: Body;
}
const writtenSchema = z.object({
  title: z.string(),
  summary: z.string(),
  slug: z.string(),
  seo: z.object({ title: z.string(), description: z.string() }),
  body: bodySchema,
});

export type SaveState = 'saved' | 'typing' | 'saving' | 'offline' | 'refused' | 'conflict';

export interface Writing {
  readonly text: Written;
  readonly state: SaveState;
  readonly savedAt: string | null;
  readonly error: unknown;
  /** What somebody else saved meanwhile. */
  readonly theirs: WorkingCopy | null;
  /** What was typed earlier on this device and never arrived. */
  readonly found: Draft | null;
  /** Grows when the editor is to begin anew with another text. */
  readonly edition: number;
  readonly change: (part: Partial<Written>) => void;
  /** Sends what waits; false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
  readonly resolve: (text: Written) => void;
  readonly takeFound: () => void;
  readonly dropFound: () => void;
}

export const writtenOf = ({ text }: WorkingCopy): Written => ({
  title: text.title,
  summary: text.summary,
  slug: text.slug,
  seo: text.seo,
  body: bodySchema.parse(text.body),
});

/**
 * The text of an edition while it is written: kept in this browser at once, sent after a pause,
 * one save at a time. The newsroom's answer never changes what is being typed.
 */
export function useWriting(copy: WorkingCopy): Writing {
  const { person } = useSession();
  const queries = useQueryClient();
  const of = `edition:${copy.id}`;
  const [text, setText] = useState(() => writtenOf(copy));
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<WorkingCopy | null>(null);
  const [found, setFound] = useState<Draft | null>(null);
  const [edition, setEdition] = useState(0);
  const version = useRef(copy.version);
  const now = useRef(text);
  const sent = useRef(JSON.stringify(text));
  const saving = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flushLater = useRef<() => Promise<boolean>>(() => Promise.resolve(false));

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const going = now.current;
    const written = JSON.stringify(going);
    if (written === sent.current) return true;
    setState('saving');
    try {
      const saved = await answer(
        api.PUT('/api/v1/editions/{id}/working-copy', {
          params: { path: { id: copy.id }, header: ifMatch(version.current) },
          body: { ...going, seo: { ...going.seo } },
        }),
      );
      version.current = saved.version;
      sent.current = written;
      queries.setQueryData(['edition', copy.id], saved);
      setError(null);
      setSavedAt(new Date().toISOString());
      if (JSON.stringify(now.current) === written) {
        await dropDraft(person.id, of);
        setState('saved');
      } else setState('typing');
      return true;
    } catch (refusal) {
      setError(refusal);
      if (hasStatus(refusal, 409)) {
        const other = await answer(
          api.GET('/api/v1/editions/{id}', { params: { path: { id: copy.id } } }),
        ).catch(() => null);
        setTheirs(other);
        setState('conflict');
      } else if (refusal instanceof Error && refusal.name === 'ApiProblem') setState('refused');
      else {
        setState('offline');
        timer.current = setTimeout(() => void flushLater.current(), AGAIN_MS);
      }
      return false;
    }
  }, [copy.id, of, person.id, queries]);

  /** One save at a time; what was typed meanwhile follows. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (saving.current) await saving.current;
    saving.current = save().finally(() => {
      saving.current = null;
    });
    const ended = await saving.current;
    return ended && JSON.stringify(now.current) !== sent.current ? flushLater.current() : ended;
  }, [save]);
  useEffect(() => {
    flushLater.current = flush;
  });

  const keep = (next: Written): void => {
    void keepDraft({
      of,
      accountId: person.id,
      baseVersion: version.current,
      content: next,
      at: new Date().toISOString(),
    });
  };

  const change = (part: Partial<Written>): void => {
    const next = { ...now.current, ...part };
    if (JSON.stringify(next) === JSON.stringify(now.current)) return;
    now.current = next;
    setText(next);
    keep(next);
    if (theirs) return;
    setState('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  };

  const begin = (next: Written): void => {
    now.current = next;
    setText(next);
    setEdition((before) => before + 1);
  };

  const resolve = (chosen: Written): void => {
    if (theirs) version.current = theirs.version;
    sent.current = '';
    setTheirs(null);
    begin(chosen);
    keep(chosen);
    void flush();
  };

  const offer = useEffectEvent((draft: Draft | undefined) => {
    if (!draft) return;
    if (JSON.stringify(draft.content) === sent.current) void dropDraft(person.id, of);
    else if (writtenSchema.safeParse(draft.content).success) setFound(draft);
  });
  useEffect(() => {
    void draftOf(person.id, of).then((draft) => {
      offer(draft);
    });
  }, [of, person.id]);

  const takeFound = (): void => {
    const read = writtenSchema.safeParse(found?.content);
    setFound(null);
    if (!read.success) return;
    begin(read.data);
    setState('typing');
    void flush();
  };
  const dropFound = (): void => {
    setFound(null);
    void dropDraft(person.id, of);
  };

  const onLeave = useEffectEvent((event: BeforeUnloadEvent) => {
    if (JSON.stringify(now.current) !== sent.current && state !== 'saved') event.preventDefault();
  });
  const onOnline = useEffectEvent(() => {
    if (state === 'offline') void flush();
  });
  const onEnd = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (JSON.stringify(now.current) !== sent.current && !theirs) void flush();
  });
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      onLeave(event);
    };
    const online = (): void => {
      onOnline();
    };
    window.addEventListener('beforeunload', leave);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('online', online);
      onEnd();
    };
  }, []);

  return {
    text,
    state,
    savedAt,
    error,
    theirs,
    found,
    edition,
    change,
    flush,
    resolve,
    takeFound,
    dropFound,
  };
}
