/** Bytes of a `data:` address; undefined for another address. */
export const bytesOfDataUri = (address: string): Buffer | undefined => {
  const [, base64, data] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(address) ?? [];
  if (data === undefined) return undefined;
  return base64 ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
};

/** Longest picture that is sent in the request itself. Source: Replicate's OpenAPI (256 KB). */
export const longestDataUriBytes = 256 * 1024;

/** Bytes as a `data:` address. */
export const dataUri = (bytes: Buffer, mime: string): string =>
  `data:${mime};base64,${bytes.toString('base64')}`;
