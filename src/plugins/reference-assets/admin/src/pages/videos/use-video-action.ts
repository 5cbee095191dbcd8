import { useMoveVideoMutation, type VideoAction } from '../../api/videos';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { Video } from '../../../../shared/contracts/videos';

/** Moves a video on and tells how that went. */
export const useVideoAction = ({ documentId }: Video) => {
  const t = useText();
  const report = useFeedback();
  const [move, { isLoading }] = useMoveVideoMutation();
  const act = (action: VideoAction) =>
    report(move({ id: documentId, action }), t(`video.${action}.done`));
  return { act, isLoading };
};
