/** The progress line: rewritten in place on a terminal, one line a step elsewhere. */
export class Progress {
  /** @param {NodeJS.WriteStream} out */
  constructor(out = process.stderr) {
    this.out = out;
    this.open = false;
  }

  /** @param {string} what what is being done now */
  step(what) {
    if (this.out.isTTY) {
      this.out.write(`\r\x1b[2K… ${what}`);
      this.open = true;
    } else {
      this.out.write(`… ${what}\n`);
    }
  }

  /** @param {string} text lines that stay */
  say(text) {
    if (this.open) this.out.write('\r\x1b[2K');
    this.open = false;
    this.out.write(`${text}\n`);
  }
}

/** Something that the person at the keyboard can put right; told without a stack trace. */
export class Stop extends Error {}

/** @param {() => Promise<void>} main */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    const text =
      error instanceof Stop ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`\n${text}\n`);
    process.exit(1);
  }
}
