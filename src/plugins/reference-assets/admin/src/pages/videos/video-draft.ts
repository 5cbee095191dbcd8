import { useMemo, useRef } from 'react';
import { newId } from '../../hooks/new-id';
import { useDraftOf } from '../../hooks/use-draft';
import type { Asset } from '../../../../shared/contracts/assets';
import type { VideoRequest } from '../../../../shared/contracts/video-requests';

/** The request of a new video while a person writes it, with the assets they chose. */
export type VideoDraft = Omit<VideoRequest, 'referenceAssetIds'> & { assets: Asset[] };

const emptyDraft: VideoDraft = {
  prompt: '',
  durationSeconds: 15,
  qualityTier: 'animatic',
  aspectRatio: '16:9',
  resolution: '720p',
  stopAfter: 'video',
  allowFallback: false,
  assets: [],
};

/** What was kept, with whatever a newer panel asks beside it. */
const readDraft = (kept: unknown): VideoDraft => ({ ...emptyDraft, ...(kept as VideoDraft) });

/** The draft and the request it stands for; kept until it is ordered or given up. */
export const useVideoDraft = () => {
  const [draft, keep] = useDraftOf('video', emptyDraft, readDraft);
  const set = (change: Partial<VideoDraft>) => keep({ ...draft, ...change });
  const request = useMemo<VideoRequest>(() => {
    const { assets, ...rest } = draft;
    const referenceAssetIds = assets.map(({ documentId }) => documentId);
    return { ...rest, prompt: rest.prompt.trim(), label: rest.label?.trim(), referenceAssetIds };
  }, [draft]);
  return { draft, set, request, clear: () => keep(undefined) };
};

/** The key of a request: the same as long as the request is the same, so that a repeated press makes one video. */
export const useIdempotencyKey = () => {
  const last = useRef({ asText: '', key: '' });
  return (request: VideoRequest): string => {
    const asText = JSON.stringify(request);
    if (last.current.asText !== asText) last.current = { asText, key: newId() };
    return last.current.key;
  };
};

/** The shortest brief the server takes. */
export const minPromptLength = 3;
