import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** From which byte to which, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that is being read. */
export interface StoredFile {
  /** Of the whole file, also when a part of it is read. */
  readonly size: number;
  readonly stream: Readable;
}

/** What is put: bytes, or a file of this machine. */
export type Content = Buffer | { readonly path: string };

/** Files by name. A name always means the same bytes. */
export interface FileStore {
  /** Keeps a file, whole or not at all; when this ends it outlives a power cut. */
  put(name: string, content: Content, type: string): Promise<void>;
  /** The size; null when there is no such file. */
  size(name: string): Promise<number | null>;
  /** Null when there is no such file. */
  read(name: string, range?: ByteRange): Promise<StoredFile | null>;
}

/** The file store, for injection. */
export const FILE_STORE = Symbol('file store');

const named = /^[a-z0-9]+(?:[./-][a-z0-9]+)*$/;

/** @throws Error for what is no name: it never comes from outside as it is */
export function checkedName(name: string): string {
  if (name.length > 200 || !named.test(name)) throw new Error('no name of a file');
  return name;
}

/** All of a file. Null when there is no such file. */
export async function wholeFile(store: FileStore, name: string): Promise<Buffer | null> {
  const found = await store.read(name);
  return found ? buffer(found.stream) : null;
}
