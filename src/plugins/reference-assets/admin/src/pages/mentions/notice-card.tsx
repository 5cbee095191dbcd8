import { StateBadge, type Tone } from '../../components/state-badge';
import { useReason } from '../../hooks/use-reason';
import { useText, type TextId } from '../../hooks/use-text';
import type { PanelKind, PanelNotice } from '../../../../shared/contracts/notices';
import { NewsCard } from './news-card';

const tones: Record<PanelKind, Tone> = {
  review: 'alternative',
  decision: 'neutral',
  failed: 'danger',
  budget: 'warning',
};

/** What happened to a video that concerns the person at the screen. */
export const NoticeCard = ({ notice }: { notice: PanelNotice }) => {
  const t = useText();
  const reason = useReason();
  const { kind, event, code, detail, shortage } = notice;
  // What a decision says beside itself is a version, which the video's own page tells better.
  const text =
    kind === 'decision' ? null : code ? reason({ code, message: detail, shortage }) : detail;
  return (
    <NewsCard kind="notice" news={{ ...notice, text }}>
      <StateBadge tone={event === 'review.approved' ? 'success' : tones[kind]}>
        {t(kind === 'budget' ? 'notices.kindName.budget' : (`webhook.${event}` as TextId))}
      </StateBadge>
    </NewsCard>
  );
};
