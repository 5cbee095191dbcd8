import { frameSizes } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import { StepFailure } from '../errors';
import { rightsAllow } from '../library/rights';
import { wordTools } from '../library/words';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import type { OverlayTask } from '../media/tasks';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, StillLayout, VideoRow } from '../stores/video-rows';
import type { FileRow } from '../stores/media-files';
import type { Advance } from './advance';
import { assetInput, fileOnDisk } from './layer-files';
import { logoFamily } from './match';
import { commitBeat, failBeat, inputHash, readBeatStep } from './step';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated'> & {
  media: MediaWorker;
  advance: Advance;
};

const overlayVersion = 2;
/** The chosen logo and its other forms; more would only cost time. */
const mostForms = 4;

/** On a beat that shows nothing but the logo (an end card) it stands large in the middle, unless told otherwise. */
const prominence = (
  beat: BeatRow,
  logo: AssetRow,
): Pick<OverlayTask, 'preference' | 'widthRatio'> => {
  const preference = logo.logoPositionPreference;
  const others = Object.entries(beat.references ?? {}).filter(
    ([role, one]) => role !== 'logo' && one !== null,
  );
  return others.length > 0
    ? { preference }
    : { preference: preference ?? 'center', widthRatio: 0.34 };
};

/** Whether two logos are forms of one: their names differ only in words such as "dark" or "white". */
const isFormOf = (one: AssetRow, other: AssetRow): boolean => {
  const family = logoFamily(other, wordTools);
  return family !== '' && logoFamily(one, wordTools) === family;
};

/** Job `beat.overlay`: shows on the still where the logo will stand; the clip itself is made from the clean still. */
export const createOverlayStep = (needs: Needs): JobHandler<'beat.overlay'> => {
  const { beats, assets, files, generated, media, advance } = needs;

  /** The chosen logo first, then its other forms (dark, light) among the alternatives; never another brand's. */
  const logosFor = async (beat: BeatRow): Promise<AssetRow[]> => {
    const reference = beat.references?.logo;
    if (!reference) return [];
    const others = reference.manual ? [] : reference.alternatives.map((other) => other.assetId);
    const rows = await assets.some([reference.assetId, ...others], { all: true });
    const chosen = rows.find((row) => row.documentId === reference.assetId);
    if (!chosen)
      throw new StepFailure(
        'asset-gone',
        'The logo chosen for this beat is no longer in the library.',
      );
    const usable = rows.filter((row) => row.file !== null && rightsAllow(row));
    return usable.filter((row) => row === chosen || isFormOf(row, chosen)).slice(0, mostForms);
  };

  /** Without a logo the clean still is what the reviewer sees. */
  const withoutLogo = (beat: BeatRow, hash: string): Promise<void> =>
    commitBeat(needs, beat, {
      stillWithLogo: beat.still?.id,
      overlayHash: hash,
      layout: { productBox: beat.layout?.productBox ?? null, logo: null },
      state: 'ready',
    });

  const overlay = async (
    video: VideoRow,
    beat: BeatRow,
    logos: AssetRow[],
    hash: string,
  ): Promise<void> => {
    const result = await withScratch(async (folder) => {
      const paths: string[] = [];
      for (const logo of logos) paths.push(await fileOnDisk(needs, logo.file as FileRow, folder));
      return media.overlayLogo({
        still: await fileOnDisk(needs, beat.still as FileRow, folder),
        logos: paths,
        ...prominence(beat, logos[0]),
        avoid: beat.layout?.productBox ? [beat.layout.productBox] : [],
      });
    });
    const { variantIndex, reasons, position, ...box } = result.placement;
    const layout: StillLayout = {
      productBox: beat.layout?.productBox ?? null,
      logo: { ...box, position, assetId: logos[variantIndex].documentId },
    };
    const file = {
      hash: `ra_board_${beat.documentId}_${hash.slice(0, 12)}`,
      ext: '.png',
      mime: 'image/png',
      name: `Beat ${beat.order + 1}, ${beat.name}, with logo.png`,
      content: result.png,
      ...frameSizes[video.aspectRatio],
    };
    const notes = [
      ...(beat.notes ?? []).filter((note) => !note.startsWith('Logo: ')),
      `Logo: ${reasons.join('; ')}`,
    ];
    await generated.store([file], ([saved]) =>
      commitBeat(needs, beat, {
        stillWithLogo: saved.id,
        overlayHash: hash,
        layout,
        notes,
        state: 'ready',
      }),
    );
  };

  return {
    async run({ videoId, beatId }) {
      const step = await readBeatStep(needs, { videoId, beatId }, 'storyboarding', ['still_ready']);
      if ('reason' in step) return skipped(step.reason);
      const { video, beat } = step;
      const logos = await logosFor(beat);
      const inputs = logos.map((logo) => [assetInput(logo), logo.logoPositionPreference]);
      const hash = inputHash({ overlayVersion, still: beat.stillHash, logos: inputs });
      const unchanged = beat.overlayHash === hash && beat.stillWithLogo !== null;
      if (unchanged) await beats.update(beat.id, { state: 'ready', error: null });
      else if (logos.length === 0) await withoutLogo(beat, hash);
      else {
        const earlier =
          beat.stillWithLogo && beat.stillWithLogo.id !== beat.still?.id
            ? [beat.stillWithLogo.id]
            : [];
        await overlay(video, beat, logos, hash);
        await files.remove(earlier);
      }
      await advance(videoId);
      return unchanged ? skipped('the overlay is current') : done;
    },

    async failed({ videoId, beatId }, error) {
      await failBeat(needs, beatId, 'overlay', error);
      await advance(videoId);
    },
  };
};
