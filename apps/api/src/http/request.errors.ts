import { NewsroomError } from '@desk/errors';

/** Refusals of the protocol itself, before the newsroom is asked. */

export class IfMatchRequired extends NewsroomError {
  readonly status = 428;

  constructor() {
    super('request.if_match_required');
  }
}

export class SignInRequired extends NewsroomError {
  readonly status = 401;

  constructor(
    code: 'session.required' | 'session.wrong_credentials' | 'session.expired' = 'session.required',
  ) {
    super(code);
  }
}

export class UnsupportedMediaType extends NewsroomError {
  readonly status = 415;

  constructor() {
    super('request.unsupported_media_type');
  }
}

export class TooMany extends NewsroomError {
  readonly status = 429;

  constructor(readonly retryAfterSeconds: number) {
    super('request.too_many', { retryAfterSeconds });
  }
}
