/** What a refusal can tell: facts for the message's placeholders and for the caller's program. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * Something the newsroom refuses. `code` is stable, dotted (`edition.title_missing`), and is
 * also the key of the message in the `errors` namespace; `facts` fill its placeholders and
 * travel in the problem details. In a job these errors are final: nothing is tried again.
 */
export abstract class NewsroomError extends Error {
  abstract readonly status: 403 | 404 | 409 | 422 | 401 | 429 | 428 | 400 | 413 | 415;

  constructor(
    readonly code: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** The input cannot be taken as it is (422). */
export class Invalid extends NewsroomError {
  readonly status = 422;
}

/** This person may not do or see this (403). */
export class NotAllowed extends NewsroomError {
  readonly status = 403;
}

/** There is no such thing, or none that this person may know of (404). */
export class Missing extends NewsroomError {
  readonly status = 404;
}

/** The state of things does not allow it now (409). */
export class Refused extends NewsroomError {
  readonly status = 409;
}
