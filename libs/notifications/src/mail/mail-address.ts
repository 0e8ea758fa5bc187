import { domainToASCII } from 'node:url';
import { Invalid } from '@desk/errors';

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * One plain address, `name@host`, fit for an SMTP envelope. Far narrower than RFC 5322: no
 * display names, quotes, comments, groups, lists, routes or line breaks, so nothing that a
 * mail library would read in another way than we do. An international host is given in ASCII.
 * @throws Invalid `email.address_invalid`
 */
export function mailAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const host = text.slice(at + 1);
  if (at < 1 || local.length > 64 || !localPart.test(local) || !isHostText(host)) throw invalid();
  const ascii = domainToASCII(host);
  const labels = ascii.split('.');
  if (ascii === '' || !labels.every((label) => domainLabel.test(label))) throw invalid();
  const address = `${local}@${ascii}`;
  if (address.length > 254) throw invalid();
  return address;
}

/** Letters, marks, digits, dots and hyphens; no space or control of any script. */
const isHostText = (host: string): boolean => /^[\p{L}\p{M}\p{N}.-]+$/u.test(host);

const invalid = (): Invalid => new Invalid('email.address_invalid');

/** A text fit for one header line: composed, with no line break or other control character. */
export const headerText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

export const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * The sender, from `Name <name@host>` or the address alone.
 * @throws Invalid `email.address_invalid`
 */
export function sender(text: string): { name: string; address: string } {
  const [, name = '', address] = /^([^<>"@]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  return { name: headerText(name) || 'Mekong Desk', address: mailAddress(address ?? text.trim()) };
}
