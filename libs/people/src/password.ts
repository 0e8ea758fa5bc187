import { hash, verify } from '@node-rs/argon2';
import { Invalid } from '@desk/errors';
import { tooCommon } from './common-passwords.js';

/** Argon2id (2 in this library's list) as OWASP advises: 19 MiB, two passes. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MIN_LENGTH = 10;
const MAX_LENGTH = 256;

/**
 * Passwords are compared in NFC: `mật khẩu` typed on another keyboard may come in NFD.
 * Nothing else of them is changed.
 */
const normal = (password: string): string => password.normalize('NFC');

/** @throws Invalid `password.too_short`, `password.too_long`, `password.too_common` */
export function checkPassword(password: string): void {
  const { length } = [...normal(password)];
  if (length < MIN_LENGTH) throw new Invalid('password.too_short', { min: MIN_LENGTH });
  if (length > MAX_LENGTH) throw new Invalid('password.too_long', { max: MAX_LENGTH });
  if (tooCommon(normal(password))) throw new Invalid('password.too_common');
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

/** Of an account without a password, or none at all, this hash is checked: it takes as long. */
const nobody = hashPassword('no account has this password');

export async function passwordFits(hashed: string | null, password: string): Promise<boolean> {
  const fits = await verify(hashed ?? (await nobody), normal(password));
  return fits && hashed !== null;
}
