import type { Stores } from '../stores';
import type { TakeColumns } from '../stores/takes';
import type { BeatRow } from '../stores/video-rows';

type Needs = Pick<Stores, 'beats' | 'takes' | 'files'>;

/** Older takes of a beat are removed beyond this many. */
const mostTakes = 12;

/** What of a beat belongs to its still. */
export const columnsOf = (beat: BeatRow): TakeColumns => {
  const { name, action, prompt, shotType, mood, cameraMovement, references, copy } = beat;
  const { confidence, layout, notes, standIns, take } = beat;
  const words = { name, action, prompt, shotType, mood, cameraMovement };
  return { ...words, references, copy, confidence, layout, notes, standIns, take };
};

/** Keeps the still that a beat has now as one of its takes; one of the same input is brought up to date. */
export const keepTake = async (
  { beats, takes, files }: Needs,
  beatId: string,
  model: string,
): Promise<void> => {
  const beat = await beats.find(beatId);
  if (!beat?.still || !beat.stillHash) return;
  const rows = await takes.ofBeat(beatId);
  const stillWithLogo = beat.stillWithLogo?.id ?? null;
  const same = rows.find(({ stillHash }) => stillHash === beat.stillHash);
  const { overlayHash } = beat;
  if (same) await takes.update(same.id, { stillWithLogo, overlayHash, columns: columnsOf(beat) });
  else
    await takes.add({
      video: beat.video,
      beat: beatId,
      number: (rows[0]?.number ?? 0) + 1,
      still: beat.still.id,
      stillWithLogo,
      stillHash: beat.stillHash,
      overlayHash,
      model,
      columns: columnsOf(beat),
    });
  const superfluous = rows.filter((row) => row !== same).slice(mostTakes - 1);
  if (superfluous.length === 0) return;
  await takes.remove(superfluous);
  await files.remove(
    superfluous.flatMap(({ still, stillWithLogo: shown }) =>
      [still, shown].flatMap((file) => file?.id ?? []),
    ),
  );
};
