const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * A random UUID. The browser's own `randomUUID` is missing where the panel is served without TLS, its random numbers
 * are not.
 *
 * Source: RFC 9562, section 5.4 (version 4).
 */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, hex).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
