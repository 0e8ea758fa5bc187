/**
 * Tells the relay that the ledger has something new, so that it need not wait for its next
 * look. A ring may be lost without harm: the relay looks by itself several times a second.
 */
export abstract class Bell {
  abstract ring(): void;
}

/** For processes with nobody to tell. */
export class SilentBell extends Bell {
  ring(): void {
    return;
  }
}
