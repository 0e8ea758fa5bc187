import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What somebody typed and the newsroom has not got yet. */
export interface Draft {
  /** What it belongs to: `edition:<id>`, `segment:<id>`. */
  readonly of: string;
  readonly accountId: string;
  /** The version that it was written over. */
  readonly baseVersion: number;
  readonly content: unknown;
  readonly at: string;
}

interface Shelf extends DBSchema {
  drafts: { key: [accountId: string, of: string]; value: Draft };
}

let opened: Promise<IDBPDatabase<Shelf>> | null = null;

const shelf = (): Promise<IDBPDatabase<Shelf>> =>
  (opened ??= openDB<Shelf>('mekong-desk', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: ['accountId', 'of'] });
    },
  }));

/** Keeps a draft in this browser, over reloads, crashes and lost connections. */
export async function keepDraft(draft: Draft): Promise<void> {
  await (await shelf()).put('drafts', draft);
}

export async function draftOf(accountId: string, of: string): Promise<Draft | undefined> {
  return (await shelf()).get('drafts', [accountId, of]);
}

/** All drafts whose place begins so. */
export async function draftsOf(accountId: string, beginning: string): Promise<Draft[]> {
  const range = IDBKeyRange.bound([accountId, beginning], [accountId, `${beginning}\uffff`]);
  return (await shelf()).getAll('drafts', range);
}

export async function dropDraft(accountId: string, of: string): Promise<void> {
  await (await shelf()).delete('drafts', [accountId, of]);
}

/** On signing out nothing stays behind on this machine. */
export async function forgetDrafts(): Promise<void> {
  await (await shelf()).clear('drafts');
}
