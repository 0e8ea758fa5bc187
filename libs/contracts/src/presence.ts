import { z } from 'zod';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

/** So often a window that has an edition open says so. */
export const PRESENCE_BEAT_SECONDS = 10;
/** A window that was not heard of for so long is gone. */
export const PRESENCE_GONE_SECONDS = 30;

export const presenceModes = ['reading', 'editing'] as const;
export const presenceModeSchema = z.enum(presenceModes);
export type PresenceMode = z.infer<typeof presenceModeSchema>;

const windowId = id.describe('made by the window itself: one person may have several open');
export const presenceBeatSchema = z.strictObject({ windowId, mode: presenceModeSchema });
export type PresenceBeat = z.infer<typeof presenceBeatSchema>;

export const presenceLeavingSchema = z.strictObject({
  windowId: windowId.optional(),
});

const presentPersonSchema = z.object({
  id,
  name: z.string(),
  mode: presenceModeSchema.describe('`editing` when any of their windows is'),
  since: at.describe('when they opened it'),
  windows: z.int().min(1),
});
export type PresentPerson = z.infer<typeof presentPersonSchema>;

/** Who has an edition open, you among them; who came first is first. */
export const presenceSchema = z.object({
  known: z.boolean().describe('false: nobody can tell at the moment'),
  people: z.array(presentPersonSchema),
});
export type Presence = z.infer<typeof presenceSchema>;
