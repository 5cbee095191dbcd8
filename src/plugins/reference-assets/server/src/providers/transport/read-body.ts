/**
 * Reads a body as text, as far as the limit.
 *
 * Throws: `RangeError` as soon as more than `limitBytes` have come; whatever the connection throws.
 */
export const readText = async (response: Response, limitBytes: number): Promise<string> => {
  if (!response.body) return '';
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done || !value) break;
    sizeBytes += value.byteLength;
    if (sizeBytes > limitBytes) {
      await reader.cancel().catch(() => undefined);
      throw new RangeError(`the reply has more than ${limitBytes} bytes`);
    }
    pieces.push(Buffer.from(value));
  }
  return Buffer.concat(pieces).toString('utf8');
};

/** Parses JSON; undefined for what is none. */
export const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
