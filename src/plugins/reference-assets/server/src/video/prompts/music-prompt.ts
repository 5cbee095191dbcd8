import type { ModelRow } from '../../../../shared/contracts/models';
import type { Mood } from '../../../../shared/contracts/vocabulary';
import type { VideoRow } from '../../stores/video-rows';
import { fitPrompt } from './fit';

/** How a mood sounds. Units: beats a minute. */
const sound: Record<Mood, { style: string; bpm: number }> = {
  energetic: { style: 'driving electronic pop, punchy drums, bright synths', bpm: 126 },
  calm: { style: 'ambient piano and soft pads, sparse', bpm: 72 },
  dramatic: { style: 'cinematic strings and deep percussion, building', bpm: 90 },
  playful: { style: 'light pizzicato, claps and marimba', bpm: 112 },
  elegant: { style: 'minimal piano with warm strings', bpm: 80 },
  warm: { style: 'acoustic guitar, soft percussion, hopeful', bpm: 92 },
  confident: { style: 'steady indie rock groove, clean guitar and bass', bpm: 104 },
  fresh: { style: 'airy tropical pop, plucked synths, crisp drums', bpm: 116 },
};

/** The words for the music of a whole video: the sound of its first mood, coloured by the next. */
export const musicPrompt = ({
  model,
  video,
}: {
  model: ModelRow;
  video: Pick<VideoRow, 'spec'>;
}): string => {
  const [first = 'confident', second] = video.spec?.moods ?? [];
  const { style, bpm } = sound[first];
  return fitPrompt(model, {
    first: [`Instrumental music for a commercial, no vocals: ${style}`],
    middle: second && second !== first ? `With a ${second} touch: ${sound[second].style}` : '',
    last: [`${bpm} bpm, clear beginning, resolved ending`],
  });
};
