import { z } from 'zod';
import { logoPosition } from './vocabulary';

/**
 * How a logo stands on a video; what is not said is chosen for the shot. A video's words go before its logo's own.
 *
 * Units: `widthRatio` share of the frame's width, `marginRatio` of its shorter side; seconds of the finished video.
 */
export const logoStyle = z
  .strictObject({
    position: logoPosition,
    widthRatio: z.number().min(0.02).max(0.5),
    opacity: z.number().min(0.1).max(1),
    marginRatio: z.number().min(0).max(0.25),
    fromSeconds: z.number().min(0).max(60),
    toSeconds: z.number().min(0).max(60),
  })
  .partial()
  .refine(({ fromSeconds = 0, toSeconds = Infinity }) => fromSeconds < toSeconds, {
    path: ['toSeconds'],
    error: 'must be after fromSeconds',
  });
export type LogoStyle = z.infer<typeof logoStyle>;
