const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

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

/** Whether an address is this machine's own, spoken to plainly: what stands in for a vendor on a developer's machine. */
export const isLocalStandIn = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && loopback.has(hostname);

/** Whether two addresses lead to the same server; the names of this machine count as one. */
export const isSameServer = (one: URL, other: URL): boolean =>
  one.protocol === other.protocol &&
  one.port === other.port &&
  (one.hostname === other.hostname || (loopback.has(one.hostname) && loopback.has(other.hostname)));
