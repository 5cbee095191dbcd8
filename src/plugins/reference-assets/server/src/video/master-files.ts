import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import type { MasterResult } from '../media/tasks';
import type { GeneratedFile } from '../stores/generated-files';
import type { VideoRow } from '../stores/video-rows';

/** What an assembly leaves in the media library, named by its input's hash: master, poster, and captions if any. */
export const masterFiles = (
  video: VideoRow,
  hash: string,
  master: Pick<MasterResult, 'path' | 'posterPath'>,
  captions: string | null,
): GeneratedFile[] => {
  const named = (kind: string, ext: string, mime: string, content: GeneratedFile['content']) => ({
    hash: `ra_${kind}_${video.documentId}_${hash.slice(0, 12)}`,
    ext,
    mime,
    name: `${video.spec?.title ?? 'Video'}, ${kind}${ext}`,
    content,
  });
  const size = frameSizeOf(video);
  return [
    { ...named('master', '.mp4', 'video/mp4', { path: master.path }), ...size },
    { ...named('poster', '.jpg', 'image/jpeg', { path: master.posterPath }), ...size },
    ...(captions ? [named('captions', '.vtt', 'text/vtt', Buffer.from(captions))] : []),
  ];
};
