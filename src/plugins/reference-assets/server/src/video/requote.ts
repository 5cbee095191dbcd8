import type { Quote } from '../../../shared/contracts/prices';
import type { VideoRequest } from '../../../shared/contracts/video-requests';
import { StepFailure } from '../errors';
import { isRemoved, type Offers, type StepModel } from '../money/offers';
import { videoHold, type Purse } from '../money/purse';
import { quoteUnits, type Unit } from '../money/quote';
import {
  assemblyUnit,
  clipUnits,
  musicUnit,
  shownRoles,
  stillUnit,
  videoUnits,
} from '../money/video-units';
import type { PlannedBeat } from '../../../shared/contracts/spec';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { chosenAssets } from './layer-files';
import { clipHashOf, madeParts } from './paid/clip-order';
import { isVendors, modelsOfBeat } from './paid/models-of';
import { musicOrder } from './paid/music-order';
import { stillOrder, type Chosen } from './paid/still-order';

type Needs = Pick<Stores, 'beats' | 'assets' | 'holds'> & {
  offers: Offers;
  purse: Purse;
  /** What the plan itself is expected to cost. */
  planUnits(
    request: Pick<VideoRequest, 'prompt' | 'durationSeconds' | 'aspectRatio' | 'qualityTier'>,
  ): Unit[];
  /** What looking at so many clips of a model is expected to cost. */
  lookUnits(clip: StepModel, clips: number): Unit[];
  /** How many clips of a finished beat are still to be looked at. */
  owedLooks(beat: BeatRow): Promise<number>;
};

/** Pictures that a planned beat would like to show; the match may find fewer. */
export const wantedPictures = ({ roles }: Pick<PlannedBeat, 'roles'>): number =>
  shownRoles.filter((role) => roles[role].wanted).length;

/**
 * Prices of videos, new and under way: what is missing or stale by its input hash, by the same units as the charge.
 */
export const createRequote = (needs: Needs) => {
  const { beats, assets, holds, offers, purse, planUnits, lookUnits, owedLooks } = needs;

  const seenClips = (clip: StepModel, seconds: number, made = 0): Unit[] => {
    const clips = clipUnits(clip, seconds);
    // Clips are looked at when all are there: also those that were made already.
    return [...clips.slice(made), ...lookUnits(clip, clips.length)];
  };

  /** The assets of a beat, where they may still be used; the step itself says what is wrong with one. */
  const chosenOf = async (beat: BeatRow): Promise<Chosen> => {
    try {
      return await chosenAssets({ assets }, beat.references);
    } catch (error) {
      if (error instanceof StepFailure) return {};
      throw error;
    }
  };

  const ofBeat = async (video: VideoRow, beat: BeatRow, anew: boolean): Promise<Unit[]> => {
    const { still, clip } = modelsOfBeat(offers, video, beat);
    // Nobody can tell any more what these were made from; a finished beat stays as it is.
    const isUnknown = isRemoved(still) || isRemoved(clip);
    if (isUnknown && beat.state === 'done' && !anew) return [];
    if (isRemoved(still)) offers.demandUsable(still, 'still');
    if (isRemoved(clip)) offers.demandUsable(clip, 'clip');
    if (!isVendors(still) || !isVendors(clip)) return [];
    const chosen = await chosenOf(beat);
    const shown = shownRoles.filter((role) => chosen[role]?.file).length;
    const seconds = Number(beat.durationSeconds);
    const isStale = anew || beat.stillHash !== stillOrder(still, video, beat, chosen).target.hash;
    if (isStale || !beat.still) {
      offers.demandUsable(still, 'still');
      offers.demandUsable(clip, 'clip');
      return [stillUnit(still, shown, video.aspectRatio), ...seenClips(clip, seconds)];
    }
    const hash = clipHashOf(clip, video, beat);
    const isCurrent = beat.clipHash === hash && beat.clips.length > 0;
    if (isCurrent) return lookUnits(clip, await owedLooks(beat));
    offers.demandUsable(clip, 'clip');
    return seenClips(clip, seconds, madeParts(beat, hash).length);
  };

  /** What a video still lacks; `anew` are beats that are to be made again whatever they have. */
  const missing = async (
    video: VideoRow,
    anew: readonly string[] = [],
    instead?: readonly BeatRow[],
  ): Promise<Unit[]> => {
    const rows = instead ?? (await beats.of(video.documentId));
    const { music } = offers.modelsOf(video);
    const units: Unit[] = [];
    for (const beat of rows)
      units.push(...(await ofBeat(video, beat, anew.includes(beat.documentId))));
    const hasMusic = isVendors(music)
      ? video.musicHash === musicOrder(music, video).target.hash
      : isRemoved(music) && video.music !== null;
    if (!hasMusic) {
      offers.demandUsable(music, 'music');
      units.push(musicUnit(music, Number(video.durationSeconds)));
    }
    return [...units, assemblyUnit];
  };

  return {
    /** The price of a video that is not there yet, with the plan it would get. */
    ofRequest(request: VideoRequest, planned: readonly PlannedBeat[]): Omit<Quote, 'credits'> {
      const models = offers.modelsFor(request);
      const priced = planned.map((beat) => ({
        durationSeconds: beat.durationSeconds,
        references: wantedPictures(beat),
      }));
      return quoteUnits([...planUnits(request), ...videoUnits(models, request, priced, lookUnits)]);
    },

    /** The price of what a video still lacks; with `instead` of what it would lack with these beats. */
    async ofVideo(
      video: VideoRow,
      anew: readonly string[] = [],
      instead?: readonly BeatRow[],
    ): Promise<Omit<Quote, 'credits'>> {
      return quoteUnits(await missing(video, anew, instead));
    },

    /**
     * Sets aside what a video still lacks, beside what its orders under way hold already.
     *
     * Throws: `InsufficientCreditsError`; called inside the transaction that sends the video on, it undoes that.
     */
    async secure(video: VideoRow): Promise<void> {
      const isPlanned = (await beats.of(video.documentId)).length > 0;
      const estimatedCostUsd = isPlanned
        ? quoteUnits(await missing(video)).estimatedCostUsd
        : Number(video.estimatedCostUsd ?? 0);
      const key = videoHold(video.documentId);
      const own = (await holds.find(key))?.amountUsd ?? 0;
      const ordered = (await holds.ofVideo(video.documentId)) - own;
      const purpose = { key, video: video.documentId, owner: video.owner };
      await purse.raise(purpose, Math.max(0, estimatedCostUsd - ordered));
    },
  };
};
export type Requote = ReturnType<typeof createRequote>;
