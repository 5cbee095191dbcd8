import { lookup as resolve, type LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';

const inside = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(address, bits, 'ipv6');

/** Whether an IP address belongs to a private, local or reserved network (RFC 6890). */
export const isPrivateAddress = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
};

/** Said when an address may not be asked. */
export class ForbiddenAddress extends Error {}

type Lookup = NonNullable<http.RequestOptions['lookup']>;

/** Name resolution that refuses private networks, at the moment of connecting, so that no name changes its mind in between. */
const publicLookup: Lookup = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as unknown as LookupAddress[];
    if (error) return callback(error, '', 0);
    const bad = addresses.find(({ address }) => isPrivateAddress(address));
    if (bad)
      return callback(new ForbiddenAddress(`${hostname} leads into a private network`), '', 0);
    if (options.all) return callback(null, addresses as never, 0);
    const [first] = addresses;
    callback(null, first!.address, first!.family);
  });
};

/** How an address is asked. `trusted`: it is the configured server itself, wherever that stands. */
export interface GuardedRequest {
  url: URL;
  /** GET where nothing is said. */
  method?: 'GET' | 'POST';
  body?: string;
  headers: Record<string, string>;
  trusted: boolean;
  /** Longest silence, ms. */
  idleMs: number;
  signal: AbortSignal;
}

/**
 * Asks without following anything; the reply's body is still to be read.
 *
 * Throws: {@link ForbiddenAddress}; what the connection throws.
 */
export const guardedRequest = ({
  url,
  method = 'GET',
  body,
  headers,
  trusted,
  idleMs,
  signal,
}: GuardedRequest): Promise<IncomingMessage> =>
  new Promise((done, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!trusted && isIP(host) && isPrivateAddress(host))
      return reject(new ForbiddenAddress(`${host} is in a private network`));
    const { request } = url.protocol === 'https:' ? https : http;
    const asked = request(url, {
      method,
      headers,
      signal,
      agent: false,
      ...(!trusted && { lookup: publicLookup }),
    });
    asked.setTimeout(idleMs, () => asked.destroy(new Error(`nothing came for ${idleMs} ms`)));
    asked.once('response', done);
    asked.once('error', reject);
    asked.end(body);
  });
