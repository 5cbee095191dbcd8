import { z } from 'zod';
import { useDraftOf } from '../../../hooks/use-draft';
import { stroke } from '../../../../../shared/contracts/reviews';

const frame = z.number().int().min(0);
const remark = z.object({
  frame: frame.nullable(),
  range: z.object({ from: frame, to: frame.nullable() }).nullable(),
  strokes: z.array(stroke),
});

/** What a comment that is being written stands on: the frame it was begun on, a range, a drawing. */
export type Remark = z.infer<typeof remark>;
const nothing: Remark = { frame: null, range: null, strokes: [] };

/** Where the comment under way stands, kept as its words are; undefined ends it. */
export const useRemark = (videoId: string) =>
  useDraftOf<Remark>(`remark.${videoId}`, nothing, (kept) => remark.parse(kept));
