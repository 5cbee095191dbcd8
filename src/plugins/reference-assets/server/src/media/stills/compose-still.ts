import sharp from 'sharp';

import { arrange, type Arrangement, type WholePhotograph } from './arrange';
import { paintBackground } from './background';
import { clipped } from './framing';
import { coveringPhotograph } from './photograph';
import { paintOver, roundPlate } from './plate';
import { castReflections } from './reflections';
import { castShadows } from './shadows';
import { paintStageFront } from './stage-plate';
import { roomForCopy, type CopyRoom } from './staging';
import type { Size, Still, StillRequest } from './still-request';

/**
 * Composes the still of one beat from the real pixels of its references.
 *
 * The product is scaled and nothing else; light, colour grade and shadows are on everything around it.
 *
 * Shape:  PNG, sRGB, `request.size`. Runs its pixel loops on the calling thread: about a second at 720 lines.
 * Throws: `MediaRefusal` when a layer is no readable picture; `RangeError` for an empty size.
 */
export const composeStill = async (request: StillRequest): Promise<Still> => {
  const arrangement = await arrange(request);
  return 'photograph' in arrangement
    ? photographStill(request, arrangement)
    : arrangedStill(request, arrangement);
};

const arrangedStill = async (request: StillRequest, arrangement: Arrangement): Promise<Still> => {
  const { size } = request;
  const { shown, placed, product, stage, centre, notes } = arrangement;
  const { plate, background } = await paintBackground(arrangement.background);
  if (stage) paintStageFront(plate, stage);
  await castReflections(plate, arrangement);
  for (const subject of shown) await castShadows(plate, subject);
  const rgb = roundPlate(plate);
  for (const { raster, box } of shown) paintOver(rgb, size, raster, box);
  return {
    png: await encode(rgb, size),
    productBox: placed ? clipped(placed.photoBox, size) : null,
    companionBoxes: [
      ...shown.filter((one) => one !== placed).flatMap(({ box }) => clipped(box, size) ?? []),
      ...(stage?.title ? [stage.title.box] : []),
    ],
    productScale: product && placed ? placed.scale * product.workingScale : 0,
    copyBox: roomForCopy(request, centre, roomOn(arrangement)),
    background,
    notes,
  };
};

/** Where words have their room. */
const roomOn = ({ shown, stage }: Arrangement): CopyRoom =>
  shown.length > 0
    ? 'beside'
    : stage?.title
      ? 'below title'
      : stage?.isOpen
        ? 'title'
        : 'below logo';

const photographStill = async (
  request: StillRequest,
  { photograph, notes }: WholePhotograph,
): Promise<Still> => {
  const { size } = request;
  const { rgb, scale } = await coveringPhotograph(photograph.raster, size);
  return {
    png: await encode(rgb, size),
    productBox: { x: 0, y: 0, ...size },
    companionBoxes: [],
    productScale: scale * photograph.workingScale,
    copyBox: null,
    background: 'photograph',
    notes: [...notes, 'the photograph itself is the shot'],
  };
};

const encode = (rgb: Uint8Array, size: Size): Promise<Buffer> =>
  sharp(rgb, { raw: { ...size, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
