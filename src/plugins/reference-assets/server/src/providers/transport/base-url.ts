/** Names of this machine; servers that listen everywhere call themselves by the last two. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]']);

/**
 * The address of a vendor's API, without a slash at its end.
 *
 * An address without a path gets the API's own; with `versioned`, so does one that does not end in a version.
 */
export const apiBase = (
  configured: string | undefined,
  standard: string,
  { versioned = false } = {},
): URL => {
  const base = new URL(configured ?? standard);
  const path = base.pathname.replace(/\/+$/, '');
  const own = new URL(standard).pathname;
  const isWhole = versioned ? /\/v\d+[a-z0-9]*$/.test(path) : path !== '';
  base.pathname = isWhole ? path : `${path}${own}`;
  base.search = '';
  base.hash = '';
  return base;
};

const isSameHost = (one: URL, other: URL): boolean =>
  one.hostname === other.hostname || (loopback.has(one.hostname) && loopback.has(other.hostname));

/**
 * Whether an address is another port of a host that stands in for a vendor: a server that is spoken to plainly, which
 * no vendor is.
 */
export const isBesideStandIn = (url: URL, base: URL): boolean =>
  base.protocol === 'http:' && url.protocol === 'http:' && isSameHost(url, base);

/** Whether two addresses lead to the same server; the names of this machine count as one. */
export const isSameServer = (one: URL, other: URL): boolean =>
  one.protocol === other.protocol && one.port === other.port && isSameHost(one, other);
