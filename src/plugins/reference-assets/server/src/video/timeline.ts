import { framesPerSecond } from '../../../shared/contracts/vocabulary';

/** A clip of the cut: its file within the package, and its frames on the master. */
export interface TimelineClip {
  name: string;
  file: string;
  /** Frames that the file holds; null when that is not known. */
  available: number | null;
  frames: number;
}

const time = (value: number) => ({
  OTIO_SCHEMA: 'RationalTime.1',
  rate: framesPerSecond,
  value,
});
const range = (duration: number) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(0),
  duration: time(duration),
});

/**
 * The cut as OpenTimelineIO: every clip at its place, its file named by its path within the package.
 *
 * Source: OpenTimelineIO file format 0.17, schemas Timeline.1, Stack.1, Track.1, Clip.2, ExternalReference.1.
 */
export const timelineOf = (title: string, clips: readonly TimelineClip[]): string =>
  JSON.stringify(
    {
      OTIO_SCHEMA: 'Timeline.1',
      name: title,
      global_start_time: null,
      metadata: {},
      tracks: {
        OTIO_SCHEMA: 'Stack.1',
        name: 'tracks',
        children: [
          {
            OTIO_SCHEMA: 'Track.1',
            name: 'V1',
            kind: 'Video',
            children: clips.map(({ name, file, available, frames }) => ({
              OTIO_SCHEMA: 'Clip.2',
              name,
              source_range: range(frames),
              active_media_reference_key: 'DEFAULT_MEDIA',
              media_references: {
                DEFAULT_MEDIA: {
                  OTIO_SCHEMA: 'ExternalReference.1',
                  target_url: file,
                  available_range: available === null ? null : range(available),
                },
              },
            })),
          },
        ],
      },
    },
    null,
    2,
  );
