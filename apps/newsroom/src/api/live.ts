import { useEffect } from 'react';
import { liveEventSchemas, type LiveEventData, type LiveEventType } from '@desk/contracts';
import { queries } from './queries';

type Listener = (type: LiveEventType, data: unknown) => void;
const listeners = new Set<Listener>();

const everything = [
  'inbox',
  'tasks',
  'task',
  'edition',
  'article',
  'articles',
  'today',
  'board',
  'releases',
];

/**
 * What each kind of event makes old among what was read. What happened between reading and
 * listening was heard by nobody: so when the stream opens, all is read once more.
 */
const outdates: Readonly<Record<LiveEventType, readonly string[]>> = {
  notice: ['inbox'],
  task: ['tasks', 'task', 'today', 'board'],
  edition: ['edition', 'article', 'articles', 'today', 'board', 'releases'],
  job: ['jobs', 'segments'],
  presence: ['presence'],
  ready: everything,
  reset: everything,
};

/** After so long a stream is opened again that the newsroom refused, as when a session had ended. */
const AGAIN_MS = 5_000;

/**
 * Listens to what happens in the newsroom while somebody is signed in. Where the connection breaks
 * the browser connects again by itself and goes on where it was; where it was refused, we do.
 */
export function listenToNewsroom(): () => void {
  let stream = open();
  let timer: ReturnType<typeof setTimeout> | undefined;
  function open(): EventSource {
    const opened = new EventSource('/api/v1/events');
    for (const type of Object.keys(liveEventSchemas) as LiveEventType[]) {
      opened.addEventListener(type, (event: MessageEvent<string>) => {
        hear(type, event.data);
      });
    }
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        stream = open();
      }, AGAIN_MS);
    });
    return opened;
  }
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}

function hear(type: LiveEventType, data: string): void {
  const read = liveEventSchemas[type].safeParse(JSON.parse(data));
  if (!read.success) return;
  for (const key of outdates[type]) void queries.invalidateQueries({ queryKey: [key] });
  for (const listener of listeners) listener(type, read.data);
}

/** Calls back for each event of a kind while the component is shown. */
export function useLiveEvent<T extends LiveEventType>(
  type: T,
  hear: (data: LiveEventData<T>) => void,
): void {
  useEffect(() => {
    const listener: Listener = (kind, data) => {
      if (kind !== type) return;
      const read = liveEventSchemas[type].safeParse(data);
      if (read.success) hear(read.data as LiveEventData<T>);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [type, hear]);
}
