const scale = 1e8;

/** US dollars to the eight decimals that the database keeps. */
export const roundUsd = (usd: number): number => Math.round(usd * scale) / scale;

/** US dollars as people read them: cents, or as many digits as a small price needs. */
export const showUsd = (usd: number): string =>
  usd > 0 && usd < 0.01 ? `$${usd.toPrecision(2)}` : `$${usd.toFixed(2)}`;
