import { open, type FileHandle } from 'node:fs/promises';
import { unreadable } from './unreadable.js';

/** Boxes that say where, when and with what a film was made; players need none of them. */
const traces = new Set(['udta', 'meta', 'uuid']);
/** Boxes in which such boxes stand. */
const folders = new Set(['moov', 'trak']);
/** The longest description of a film that is read: hours of it take a few megabytes. */
const MOST_BYTES = 128 * 1024 * 1024;

interface Box {
  readonly type: string;
  /** From the beginning of its head. */
  readonly begin: number;
  /** Where its content begins. */
  readonly inside: number;
  readonly end: number;
}

/**
 * Empties the notes of an MP4 in the file itself: their boxes become free space, so that
 * everything else stays where the film's tables say it is.
 * @throws Invalid `media.unreadable`
 */
export async function emptyTracesOfMp4(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    for (const box of await boxesIn(file, 0, size)) {
      if (traces.has(box.type)) await emptied(file, box);
      else if (folders.has(box.type)) await emptyWithin(file, box);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function emptyWithin(file: FileHandle, folder: Box): Promise<void> {
  for (const box of await boxesIn(file, folder.inside, folder.end)) {
    if (traces.has(box.type)) await emptied(file, box);
    else if (folders.has(box.type)) await emptyWithin(file, box);
  }
}

async function boxesIn(file: FileHandle, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let begin = from; begin + 8 <= to;) {
    const { buffer: head, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, begin);
    if (bytesRead < 8) throw unreadable();
    const said = head.readUInt32BE(0);
    const isLong = said === 1;
    const length = isLong ? Number(head.readBigUInt64BE(8)) : said === 0 ? to - begin : said;
    const end = begin + length;
    if (length < (isLong ? 16 : 8) || end > to) throw unreadable();
    const type = head.subarray(4, 8).toString('latin1');
    boxes.push({ type, begin, inside: begin + (isLong ? 16 : 8), end });
    begin = end;
  }
  return boxes;
}

async function emptied(file: FileHandle, { begin, inside, end }: Box): Promise<void> {
  if (end - inside > MOST_BYTES) throw unreadable();
  await file.write(Buffer.from('free', 'latin1'), 0, 4, begin + 4);
  await file.write(Buffer.alloc(end - inside), 0, end - inside, inside);
}
