import type { Readable } from 'node:stream';
import type { ByteRange, FileStore } from './file-store.js';

/** A stored file as HTTP gives it out: whole, or the part that was asked for. */
export interface ServedFile {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable | null;
}

/**
 * Reads a file for an answer; null when there is no such file. Players of films ask for parts;
 * several parts at once, or what is no range, get the whole (RFC 9110, 14.2).
 */
export async function servedFile(
  store: FileStore,
  name: string,
  type: string,
  rangeHeader: string | undefined,
): Promise<ServedFile | null> {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(rangeHeader ?? '');
  const wanted = asked && asked[0] !== 'bytes=-' ? asked : null;
  const size = wanted ? await store.size(name) : null;
  if (!wanted || size === null) {
    const whole = await store.read(name);
    return whole && { status: 200, headers: headersOf(type, whole.size), stream: whole.stream };
  }
  const range = rangeOf(wanted[1] ?? '', wanted[2] ?? '', size);
  if (!range) {
    const headers = { 'content-range': `bytes */${String(size)}`, 'accept-ranges': 'bytes' };
    return { status: 416, headers, stream: null };
  }
  const part = await store.read(name, range);
  if (!part) return null;
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...headersOf(type, end - start + 1),
      'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}`,
    },
    stream: part.stream,
  };
}

const headersOf = (type: string, length: number) => ({
  'content-type': type,
  'content-length': String(length),
  'accept-ranges': 'bytes',
});

/** Null when nothing of the file is asked for. Without a beginning the last bytes are. */
function rangeOf(from: string, to: string, size: number): ByteRange | null {
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : null;
}
