import path from 'node:path';
import { errors } from '@strapi/utils';
import type { Viewer } from '../library/viewer';
import { openScratch } from '../media/scratch';
import { writeZip, type ZipEntry } from '../media/zip/write-zip';
import type { Stores } from '../stores';
import type { FileRow } from '../stores/media-files';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import { fileOnDisk } from './layer-files';
import { timelineOf, type TimelineClip } from './timeline';

type Needs = Pick<Stores, 'beats' | 'files'> & { browse: BrowseVideos };

/** A name that every file system takes. */
const safeName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'video';

interface PackedFile {
  name: string;
  file: FileRow;
}

const extensionOf = (file: FileRow): string => file.ext ?? path.extname(file.name);

/** Clips and stills of a beat under names in its order: `clips/01-opening.mp4`. */
const filesOf = (beat: BeatRow): { clips: PackedFile[]; stills: PackedFile[] } => {
  const name = `${String(beat.order + 1).padStart(2, '0')}-${safeName(beat.name)}`;
  const parts = beat.clips.length > 1;
  return {
    clips: beat.clips.map((file, index) => ({
      name: `clips/${name}${parts ? `-${index + 1}` : ''}${extensionOf(file)}`,
      file,
    })),
    stills: [
      ...(beat.still
        ? [{ name: `stills/${name}${extensionOf(beat.still)}`, file: beat.still }]
        : []),
      ...(beat.stillWithLogo && beat.stillWithLogo.id !== beat.still?.id
        ? [
            {
              name: `stills/${name}-with-logo${extensionOf(beat.stillWithLogo)}`,
              file: beat.stillWithLogo,
            },
          ]
        : []),
    ],
  };
};

/** The cut by clips; a beat of several clips is shown by each for its share, the last one for what remains. */
const cutOf = (rows: readonly BeatRow[]): TimelineClip[] =>
  rows.flatMap((beat) => {
    const { clips } = filesOf(beat);
    const share = Math.floor(beat.frames / Math.max(1, clips.length));
    return clips.map(({ name }, index) => {
      const isLast = index === clips.length - 1;
      const frames = isLast ? beat.frames - share * index : share;
      return { name: beat.name, file: name, available: null, frames };
    });
  });

/** What an editor needs to cut a video by hand: master, poster, captions, clips, stills, and the cut as a timeline. */
export const createVideoPackage = (needs: Needs) => {
  const { beats, browse } = needs;

  async function* pack(video: VideoRow, rows: readonly BeatRow[]): AsyncGenerator<Buffer> {
    const title = video.spec?.title ?? 'Video';
    const packed: PackedFile[] = [
      ...(video.video ? [{ name: 'master.mp4', file: video.video }] : []),
      ...(video.poster ? [{ name: 'poster.jpg', file: video.poster }] : []),
      ...(video.captions ? [{ name: 'captions.vtt', file: video.captions }] : []),
      ...rows.flatMap((beat) => Object.values(filesOf(beat)).flat()),
    ];
    const text = (name: string, content: string): ZipEntry => ({
      name,
      content: Buffer.from(content),
    });
    const report = { qualityReport: video.qualityReport, disclosure: video.disclosure };
    yield* inScratch(async function* (folder) {
      const entries: ZipEntry[] = [];
      for (const { name, file } of packed)
        entries.push({ name, content: { path: await fileOnDisk(needs, file, folder) } });
      entries.push(text('timeline.otio', timelineOf(title, cutOf(rows))));
      entries.push(text('report.json', JSON.stringify(report, null, 2)));
      yield* writeZip(entries, new Date(video.updatedAt));
    });
  }

  return {
    /** Throws `NotFoundError` for a video that is not the viewer's, `ApplicationError` before it is assembled. */
    async open(
      documentId: string,
      viewer: Viewer,
    ): Promise<{ name: string; chunks: AsyncGenerator<Buffer> }> {
      const video = await browse.changeable(documentId, viewer);
      if (!video.video)
        throw new errors.ApplicationError('There is no package before the video is assembled.', {
          status: video.stage,
        });
      const rows = await beats.of(documentId);
      return { name: `${safeName(video.spec?.title ?? 'video')}.zip`, chunks: pack(video, rows) };
    },
  };
};
export type VideoPackage = ReturnType<typeof createVideoPackage>;

/** Yields from a generator that has a folder for its time, which is gone when the reader leaves early, too. */
async function* inScratch(
  work: (folder: string) => AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  const folder = await openScratch();
  try {
    yield* work(folder.path);
  } finally {
    await folder.remove();
  }
}
