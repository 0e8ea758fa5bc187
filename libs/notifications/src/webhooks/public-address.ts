import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Invalid } from '@desk/errors';

/** An address that was checked and that alone is connected to. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Whether an IP address is one of the public internet. Only what the registries give out for
 * that is: not this host, private and shared networks, link-local, multicast, documentation,
 * benchmarks, nor any of the forms that wrap an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(globalUnicast);
}

/** RFC 4291: the part of IPv6 from which public addresses are given out. */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** How a name is resolved; tests bring their own. */
export type Resolve = (host: string) => Promise<readonly CheckedAddress[]>;

export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

/**
 * The addresses of a host that may be connected to. The name is resolved once and every address that it
 * has must be public, so that neither a second answer of the name server nor one address among
 * many leads inside. `host` is as the URL parser gives it: decimal, octal and hexadecimal
 * forms have become plain addresses by then.
 * @throws Invalid `webhook.url_refused`
 */
export async function checkedAddresses(
  host: string,
  allowPrivate: boolean,
  resolve: Resolve = resolveByDns,
): Promise<readonly CheckedAddress[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const found: readonly CheckedAddress[] =
    family === 0 ? await resolve(bare) : [{ address: bare, family: family === 6 ? 6 : 4 }];
  if (found.length === 0) throw new Error('the name has no address');
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) {
    throw new Invalid('webhook.url_refused', { host: bare });
  }
  return found;
}

/**
 * A webhook's URL, parsed: http or https, no user name in it.
 * @throws Invalid `webhook.url_invalid`
 */
export function webhookUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new Invalid('webhook.url_invalid');
  }
  return url;
}
