import { z } from 'zod';
import { PRESENCE_GONE_SECONDS, presenceModeSchema, type PresenceMode } from '@desk/contracts';

const GONE_MS = PRESENCE_GONE_SECONDS * 1_000;

/** One window that has an edition open, as Redis keeps it. */
export interface OpenWindow {
  readonly personId: string;
  readonly windowId: string;
  readonly mode: PresenceMode;
  readonly since: number;
  /** When it was last heard of. */
  readonly heardAt: number;
}

/** Somebody who has the edition open, in one window or several. */
export interface Present {
  readonly personId: string;
  readonly mode: PresenceMode;
  readonly since: number;
  readonly windows: number;
}

/** A hash of Redis: a field for each window. */
export type KeptWindows = Readonly<Record<string, string>>;
const keptSchema = z.strictObject({ mode: presenceModeSchema, since: z.int(), heardAt: z.int() });

export const fieldOf = (personId: string, windowId: string): string => `${personId}/${windowId}`;

export const keep = ({ mode, since, heardAt }: OpenWindow): string =>
  JSON.stringify({ mode, since, heardAt });

/** What Redis keeps, read; what is none of ours is passed over. */
export function openWindows(kept: KeptWindows): OpenWindow[] {
  return Object.entries(kept).flatMap(([field, text]) => {
    const [personId = '', windowId = ''] = field.split('/');
    const read = keptSchema.safeParse(parsed(text));
    return read.success ? [{ personId, windowId, ...read.data }] : [];
  });
}

export const isGone = ({ heardAt }: OpenWindow, now: number): boolean => now - heardAt > GONE_MS;

/** Who has it open now; who came first is first. */
export function presentIn(windows: readonly OpenWindow[], now: number): Present[] {
  const people = new Map<string, Present>();
  for (const one of windows.filter((window) => !isGone(window, now))) {
    const known = people.get(one.personId);
    people.set(one.personId, {
      personId: one.personId,
      mode: known?.mode === 'editing' ? 'editing' : one.mode,
      since: Math.min(known?.since ?? one.since, one.since),
      windows: (known?.windows ?? 0) + 1,
    });
  }
  return [...people.values()].sort(
    (a, b) => a.since - b.since || (a.personId < b.personId ? -1 : 1),
  );
}

/** Whether somebody who looks at it would see a difference. */
export const differ = (before: readonly Present[], after: readonly Present[]): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
