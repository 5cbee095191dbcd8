import { check, type QualityCheck } from './checks';
import { leastLikeness, type LogoLikeness } from './logo-likeness';
import type { LogoProof } from './logo-proof';

/** The proof of the logo in words: exact before the encode, alike after it, with frames compared and worst value. */
export const logoChecks = (proof: LogoProof, after: LogoLikeness | null): QualityCheck[] => {
  const share = (part: number, whole: number) =>
    `${whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 10} % of ${whole} frames`;
  const alike = after ?? { frames: 0, worst: 0, worstFrame: 0, alike: 0 };
  return [
    check(
      'logo before encoding',
      "every pixel the source's own",
      `${share(proof.exactFrames, proof.frames)}, largest difference ${proof.worst}`,
      proof.frames > 0 && proof.exactFrames === proof.frames,
    ),
    check(
      'logo after encoding',
      `similarity of at least ${leastLikeness}`,
      `${share(alike.alike, alike.frames)}, worst ${alike.worst.toFixed(4)} on frame ${alike.worstFrame}`,
      alike.frames > 0 && alike.alike === alike.frames,
    ),
  ];
};
