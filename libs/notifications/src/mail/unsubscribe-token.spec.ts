import { noticeKinds } from '@desk/contracts';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.js';

const secret = 'a secret of the tests, long enough to be one';
const accountId = '01976a00-0000-7000-8000-000000000001';

describe('the token of an unsubscribe link', () => {
  it.each([...noticeKinds, 'digest' as const])('says what is to end: %s', (from) => {
    const token = unsubscribeToken({ accountId, from }, secret);
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(readUnsubscribeToken(token, secret)).toEqual({ accountId, from });
  });

  it('is worth nothing when it was altered, cut, or signed by another', () => {
    const token = unsubscribeToken({ accountId, from: 'task.opened' }, secret);
    const [said = '', signed = ''] = token.split('.');
    const other = Buffer.from(`${accountId} password.changed`).toString('base64url');
    for (const bad of [
      `${other}.${signed}`,
      said,
      `${said}.`,
      `${token}.x`,
      `${said}.${signed.slice(1)}`,
      '',
      '.',
    ]) {
      expect(readUnsubscribeToken(bad, secret)).toBeNull();
    }
    expect(readUnsubscribeToken(token, `${secret}!`)).toBeNull();
  });
});
