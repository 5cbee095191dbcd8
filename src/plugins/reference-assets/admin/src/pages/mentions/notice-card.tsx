import { Box, Flex, Typography } from '@strapi/design-system';
import { CardLink, LinkedCard } from '../../components/card-grid';
import { StateBadge, type Tone } from '../../components/state-badge';
import { useText, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { PanelKind, PanelNotice } from '../../../../shared/contracts/notices';

const tones: Record<PanelKind, Tone> = {
  review: 'alternative',
  decision: 'neutral',
  failed: 'danger',
  budget: 'warning',
};

/** What happened to a video that concerns the person at the screen. */
export const NoticeCard = ({ notice }: { notice: PanelNotice }) => {
  const t = useText();
  const { ago } = useUnits();
  const { kind, event, at, video, videoId, by, detail, unseen } = notice;
  // What a decision says beside itself is a version, which the video's own page tells better.
  const said = kind === 'decision' ? null : detail;
  return (
    <LinkedCard tag="li" padding={4} data-testid="notice">
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {[by, ago(at)].filter(Boolean).join(' · ')}
        </Typography>
        {unseen ? <StateBadge tone="primary">{t('mentions.new')}</StateBadge> : null}
        <StateBadge tone={event === 'review.approved' ? 'success' : tones[kind]}>
          {t(kind === 'budget' ? 'notices.kindName.budget' : (`webhook.${event}` as TextId))}
        </StateBadge>
      </Flex>
      {said ? (
        <Box paddingTop={1}>
          <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {said}
          </Typography>
        </Box>
      ) : null}
      <Box paddingTop={2}>
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          <CardLink to={`${BASE_PATH}/videos/${videoId}`}>{video}</CardLink>
        </Typography>
      </Box>
    </LinkedCard>
  );
};
