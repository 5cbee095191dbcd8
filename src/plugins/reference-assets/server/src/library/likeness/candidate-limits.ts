/** Which assets are looked at when a picture is compared with the library; measured by `tests/eval/duplicates.ts`. */
export const candidateLimits = {
  /** Most bits of 64 in which a perceptual hash may differ. */
  hashBits: 12,
  /** How many of those are looked at, nearest first. */
  hashed: 60,
  /** How many of the nearest by the look descriptor are looked at, whatever their hash. */
  nearest: 20,
  /** Likeness (cosine of the descriptors) from which one is also looked for as a part of the other. */
  searchLikeness: 0.85,
  /** How many at most are looked for as parts. */
  searched: 6,
} as const;
