import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { LogoStyle } from '../../../shared/contracts/logo';
import { hasWords } from '../media/copy/copy-layout';
import type { Marks } from '../media/disclosure/marks';
import type { Offers } from '../money/offers';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import type { LogoPlacement } from '../media/overlay/place-logo';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, LogoLayout, StillLayout, VideoRow } from '../stores/video-rows';
import type { FileRow } from '../stores/media-files';
import type { Advance } from './advance';
import { stillProvenance } from './disclose';
import { fileOnDisk } from './layer-files';
import { keepTake } from './keep-take';
import { logoStyleOf, logoWindow, prominence } from './logo-style';
import { brandPrintOf, logosFor, overlayHashOf, type BrandPrint } from './overlay-input';
import { modelsOfBeat } from './paid/models-of';
import { brandPalette } from './palette';
import type { StillLook } from './still-scene';
import { commitBeat, failBeat, readBeatStep } from './step';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated' | 'takes'> & {
  media: MediaWorker;
  marks: Marks;
  advance: Advance;
  look(): Promise<StillLook>;
  offers: Offers;
};

/** What the still's own step wrote of its layout. */
const stillLayout = ({ layout }: BeatRow): StillLayout => ({
  productBox: layout?.productBox ?? null,
  companionBoxes: layout?.companionBoxes ?? [],
  copyBox: layout?.copyBox ?? null,
});

const logoLayout = (
  { variantIndex, position, x, y, width, height }: LogoPlacement,
  logos: AssetRow[],
  { opacity }: LogoStyle,
  window: { fromFrame: number; toFrame: number } | null,
): LogoLayout => ({
  ...{ x, y, width, height, position, assetId: logos[variantIndex].documentId },
  ...(opacity !== undefined && { opacity }),
  ...window,
});

/** Job `beat.overlay`: shows on the still where the logo will stand; the clip itself is made from the clean still. */
export const createOverlayStep = (needs: Needs): JobHandler<'beat.overlay'> => {
  const { beats, files, generated, media, advance } = needs;

  /** Without a logo and without words the clean still is what the reviewer sees. */
  const asItIs = (beat: BeatRow, hash: string): Promise<void> =>
    commitBeat(needs, beat, {
      stillWithLogo: beat.still?.id,
      overlayHash: hash,
      layout: { ...stillLayout(beat), logo: null, copy: null, legal: null },
      state: 'ready',
    });

  const shown = (
    { video, beat }: { video: VideoRow; beat: BeatRow },
    logos: AssetRow[],
    style: LogoStyle,
    print: BrandPrint,
  ) =>
    withScratch(async (folder) => {
      const { palette } = await needs.look();
      const paths: string[] = [];
      for (const logo of logos) paths.push(await fileOnDisk(needs, logo.file as FileRow, folder));
      return media.overlayLogo({
        still: await fileOnDisk(needs, beat.still as FileRow, folder),
        logos: paths,
        ...prominence(video, beat, style),
        productBox: beat.layout?.productBox ?? null,
        companionBoxes: beat.layout?.companionBoxes ?? [],
        motion: { movement: beat.cameraMovement, mood: beat.mood },
        copy: beat.copy,
        copyBox: beat.layout?.copyBox ?? null,
        palette: brandPalette(logos[0] ? { logo: logos[0] } : {}, palette),
        beatFrames: beat.frames,
        ...print,
      });
    });

  const overlay = async (
    video: VideoRow,
    beat: BeatRow,
    logos: AssetRow[],
    print: BrandPrint,
    hash: string,
  ): Promise<void> => {
    const style = logos[0] ? logoStyleOf(video, logos[0]) : {};
    const window = logoWindow(style, beat);
    const result = await shown({ video, beat }, window ? logos : [], style, print);
    const layout: StillLayout = {
      ...stillLayout(beat),
      logo: result.placement && logoLayout(result.placement, logos, style, window),
      copy: result.copy,
      legal: result.legal,
    };
    const shownBeat = { ...beat, layout };
    const { still } = modelsOfBeat(needs.offers, video, beat);
    const file = {
      hash: `ra_board_${beat.documentId}_${hash.slice(0, 12)}`,
      ext: '.png',
      mime: 'image/png',
      name: `Beat ${beat.order + 1}, ${beat.name}, with logo.png`,
      content: needs.marks.picture(result.png, stillProvenance(shownBeat, still)),
      ...frameSizeOf(video),
    };
    const notes = [
      ...(beat.notes ?? []).filter((note) => !/^(?:Logo|Words|Legal lines): /.test(note)),
      ...(result.placement ? [`Logo: ${result.placement.reasons.join('; ')}`] : []),
      ...result.notes,
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
      const logos = await logosFor(needs, beat);
      const look = await needs.look();
      const isLast = (await beats.of(videoId)).at(-1)?.documentId === beatId;
      const print = brandPrintOf(beat, look, isLast);
      const hash = overlayHashOf(video, beat, logos, look, print);
      const unchanged = beat.overlayHash === hash && beat.stillWithLogo !== null;
      if (unchanged) await beats.update(beat.id, { state: 'ready', error: null });
      else if (logos.length === 0 && !hasWords(beat.copy) && print.legal.length === 0)
        await asItIs(beat, hash);
      else {
        const earlier =
          beat.stillWithLogo && beat.stillWithLogo.id !== beat.still?.id
            ? [beat.stillWithLogo.id]
            : [];
        await overlay(video, beat, logos, print, hash);
        await files.remove(earlier);
      }
      const { still } = modelsOfBeat(needs.offers, video, beat);
      await keepTake(needs, beatId, `${still.provider}/${still.model}`);
      await advance(videoId);
      return unchanged ? skipped('the overlay is current') : done;
    },

    async failed({ videoId, beatId }, error) {
      await failBeat(needs, beatId, 'overlay', error);
      await advance(videoId);
    },
  };
};
