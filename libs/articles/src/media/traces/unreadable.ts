import { Invalid } from '@desk/errors';

/** The file is not what its beginning says, or is cut off. */
export const unreadable = (): Invalid => new Invalid('media.unreadable');

/** Bytes read one after the other. Reading past the end is a file that is cut off. */
export class Reader {
  place = 0;

  constructor(readonly bytes: Buffer) {}

  /** @throws Invalid `media.unreadable` */
  take(length: number): Buffer {
    const end = this.place + length;
    if (length < 0 || end > this.bytes.length) throw unreadable();
    const taken = this.bytes.subarray(this.place, end);
    this.place = end;
    return taken;
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  get isAtEnd(): boolean {
    return this.place >= this.bytes.length;
  }
}
