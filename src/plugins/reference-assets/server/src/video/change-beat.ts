import { errors } from '@strapi/utils';
import type { BeatChange, ChangeRequest } from '../../../shared/contracts/board';
import type { BeatQuote } from '../../../shared/contracts/reviews';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, scopeOf, type Viewer } from '../library/viewer';
import { rightsAllow, rightsRefusal } from '../library/rights';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import {
  allow,
  exclude,
  leaveOut,
  pin,
  readChoices,
  use,
  writeChoices,
  type BeatChoices,
} from './beat-choices';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { roleOf } from './mapping';
import type { Requote } from './requote';
import { workingStages } from './stages';
import { columnsOfTake } from './restore-take';

type Needs = Pick<Stores, 'assets' | 'videos' | 'beats' | 'takes' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  control: Control;
  requote: Requote;
};

/** What a change makes of a beat. */
interface Outcome {
  columns: Partial<BeatRow>;
  choices?: BeatChoices;
  /** Whether its pictures are to be made again. */
  redo: boolean;
  /** In a few words, for the activity. */
  detail: string;
}

const assetsIn = ({ references }: Pick<BeatRow, 'references'>): string =>
  Object.entries(references ?? {})
    .map(([role, one]) => `${role} ${one?.assetId ?? ''}`)
    .sort()
    .join();

/** Columns as the row takes them: files by their ids. */
const stored = ({ still, stillWithLogo, ...columns }: Partial<BeatRow>) => ({
  ...columns,
  ...(still !== undefined && { still: still?.id ?? null }),
  ...(stillWithLogo !== undefined && { stillWithLogo: stillWithLogo?.id ?? null }),
});

/** Changes of what one beat is made of, each with its price before it happens. */
export const createChangeBeat = (needs: Needs) => {
  const { assets, videos, beats, takes, activity, transaction, browse, control, requote } = needs;

  const known = async (assetId: string, viewer: Viewer): Promise<AssetRow> => {
    const row = await assets.find(assetId, scopeOf(viewer));
    if (!row) throw new errors.ValidationError('The asset is not in your library.');
    return row;
  };

  const demandRights = (row: AssetRow): void => {
    if (!rightsAllow(row)) throw new errors.ValidationError(rightsRefusal(row));
  };

  const choose = async (
    now: BeatChoices,
    change: Exclude<BeatChange, { do: 'take' | 'refresh' }>,
    viewer: Viewer,
  ): Promise<[BeatChoices, string]> => {
    if (change.do === 'pin' || change.do === 'unpin')
      return [pin(now, change.role, change.do === 'pin'), `${change.do} ${change.role}`];
    if (change.do === 'leave-out') return [leaveOut(now, change.role), `no ${change.role}`];
    const row = await known(change.assetId, viewer);
    if (change.do === 'use') demandRights(row);
    if (change.do === 'use') return [use(now, roleOf(row), row.documentId), row.name];
    if (change.do === 'exclude') return [exclude(now, row.documentId), `not ${row.name}`];
    return [allow(now, roleOf(row), row.documentId), `${row.name} allowed again`];
  };

  const outcomeOf = async (
    video: VideoRow,
    beat: BeatRow,
    change: BeatChange,
    viewer: Viewer,
  ): Promise<Outcome> => {
    if (change.do === 'refresh') return { columns: {}, redo: true, detail: 'brought up to date' };
    if (change.do === 'take') {
      const { columns, number } = await columnsOfTake(takes, beat, change.takeId);
      return { columns, redo: true, detail: `take ${number}` };
    }
    const now = readChoices(beat.references, video.customReferenceMapping, beat.order);
    const [choices, detail] = await choose(now, change, viewer);
    const columns = { references: choices.references };
    const redo = assetsIn(columns) !== assetsIn(beat);
    return { columns, choices, redo, detail };
  };

  const priceOf = async (video: VideoRow, beat: BeatRow, { columns }: Outcome): Promise<number> => {
    const rows = (await beats.of(video.documentId)).map((row) =>
      row.id === beat.id ? { ...row, ...columns } : row,
    );
    return (await requote.ofVideo(video, [], rows)).estimatedCostUsd;
  };

  const read = async (documentId: string, beatId: string, viewer: Viewer) => {
    const video = await browse.changeable(documentId, viewer);
    return { video, beat: await browse.beat(video, beatId) };
  };

  const demandQuiet = ({ stage }: VideoRow): void => {
    if (!workingStages.includes(stage) || stage === 'storyboarding') return;
    throw new errors.ApplicationError(
      'The video is being made; wait until it stops, or cancel it.',
      { status: stage },
    );
  };

  const demandPrice = async (
    video: VideoRow,
    beat: BeatRow,
    outcome: Outcome,
    quotedUsd: number,
  ): Promise<void> => {
    const estimatedCostUsd = await priceOf(video, beat, outcome);
    if (estimatedCostUsd <= quotedUsd + 1e-9) return;
    throw new errors.ApplicationError('The price has changed in the meantime; look again.', {
      quotedUsd,
      estimatedCostUsd,
    });
  };

  const write = async (
    video: VideoRow,
    beat: BeatRow,
    { columns, choices, redo, detail }: Outcome,
    viewer: Viewer,
  ): Promise<void> => {
    if (choices)
      await videos.update(video.id, {
        customReferenceMapping: writeChoices(video.customReferenceMapping, beat.order, choices),
      });
    if (Object.keys(columns).length > 0) await beats.update(beat.id, stored(columns));
    const told = { video: video.documentId, detail: `beat ${beat.order + 1}: ${detail}` };
    await activity.add({ ...actorOf(viewer), action: 'mapped', ...told });
    if (redo && video.stage !== 'awaiting_plan')
      await control.redo(video, [{ ...beat, ...columns }], false);
  };

  return {
    /** What a change would cost; nothing is changed. */
    async quote(
      documentId: string,
      beatId: string,
      change: BeatChange,
      viewer: Viewer,
    ): Promise<BeatQuote> {
      const { video, beat } = await read(documentId, beatId, viewer);
      const outcome = await outcomeOf(video, beat, change, viewer);
      return { estimatedCostUsd: await priceOf(video, beat, outcome) };
    },

    async apply(
      documentId: string,
      beatId: string,
      { change, quotedUsd }: ChangeRequest,
      viewer: Viewer,
    ): Promise<Video> {
      await read(documentId, beatId, viewer);
      await transaction(async () => {
        await videos.lock(documentId);
        // Read again under the lock: lists are changed as a whole, and what somebody else put in stays.
        const { video, beat } = await read(documentId, beatId, viewer);
        demandQuiet(video);
        const outcome = await outcomeOf(video, beat, change, viewer);
        if (quotedUsd !== undefined) await demandPrice(video, beat, outcome, quotedUsd);
        await write(video, beat, outcome, viewer);
      });
      return browse.get(documentId, viewer, true);
    },
  };
};
