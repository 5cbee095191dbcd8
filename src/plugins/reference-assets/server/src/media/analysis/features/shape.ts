import { boxOf, type Box, type View } from './view';

/** How alike the left and right halves of the subject's box are in luma and outline, each 0–1. */
const symmetry = ({ luma, subject, width }: View, box: Box) => {
  let difference = 0;
  let agreeing = 0;
  let count = 0;
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left, m = box.right - 1; x < m; x += 1, m -= 1) {
      const p = y * width + x;
      const q = y * width + m;
      difference += Math.abs(luma[p]! - luma[q]!);
      if (subject[p] === subject[q]) agreeing += 1;
      count += 1;
    }
  }
  const total = Math.max(1, count);
  return { symmetry: 1 - difference / total / 255, outlineSymmetry: agreeing / total };
};

/** Marks a connected part as seen and returns its size; `open` is a stack, empty before and after. */
const takePart = (left: Uint8Array, width: number, start: number, open: number[]): number => {
  let size = 0;
  const take = (p: number): void => {
    if (left[p] !== 1) return;
    left[p] = 0;
    open.push(p);
  };
  take(start);
  for (let p = open.pop(); p !== undefined; p = open.pop()) {
    size += 1;
    const x = p % width;
    if (x > 0) take(p - 1);
    if (x < width - 1) take(p + 1);
    take(p - width);
    take(p + width);
  }
  return size;
};

/** Sizes of the subject's connected parts (4 neighbours), specks left out. */
const partSizes = ({ subject, width }: View): number[] => {
  const left = Uint8Array.from(subject);
  const open: number[] = [];
  const sizes: number[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] === 0) continue;
    const size = takePart(left, width, start, open);
    if (size >= 4) sizes.push(size);
  }
  return sizes;
};

/** Length of the subject's outline, inside the picture, for the size of the subject; log, a disc is about 0. */
const raggedness = ({ subject, width, height, subjectPixels }: View): number => {
  let outline = 0;
  for (let y = 0, p = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, p += 1) {
      if (x < width - 1 && subject[p] !== subject[p + 1]) outline += 1;
      if (y < height - 1 && subject[p] !== subject[p + width]) outline += 1;
    }
  }
  return Math.log2(1 + outline / Math.sqrt(subjectPixels)) / 6;
};

/**
 * Shape of the subject and of the picture around it.
 *
 * Shape: `elongation` and `subjectWidth` are logarithms of width by height, unsigned and signed; the rest about 0–1.
 */
export const shapeFeatures = (view: View) => {
  const { width, height, subjectPixels } = view;
  const box = boxOf(view.subject, width, height);
  const boxWidth = box.right - box.left;
  const boxHeight = box.bottom - box.top;
  const sizes = partSizes(view);
  return {
    elongation: Math.min(1, Math.abs(Math.log2(view.pictureAspect)) / 3),
    subjectWidth: Math.max(-1, Math.min(1, Math.log2(boxWidth / boxHeight) / 3)),
    subjectArea: (subjectPixels / (width * height)) * view.coverage,
    boxArea: view.coverage,
    boxFill: subjectPixels / (boxWidth * boxHeight),
    parts: Math.log2(1 + sizes.length) / 8,
    largestPart: Math.max(0, ...sizes) / subjectPixels,
    raggedness: raggedness(view),
    ...symmetry(view, box),
  };
};
