import { StateBadge } from '../../components/state-badge';
import { useText } from '../../hooks/use-text';
import type { MentionNotice } from '../../../../shared/contracts/mentions';
import { NewsCard } from './news-card';

/** A remark that asks the person at the screen to look. */
export const MentionCard = ({ mention }: { mention: MentionNotice }) => {
  const t = useText();
  const { author, createdAt, resolved } = mention;
  return (
    <NewsCard kind="mention" news={{ ...mention, by: author, at: createdAt }}>
      {resolved ? <StateBadge tone="success">{t('comments.filter.resolved')}</StateBadge> : null}
    </NewsCard>
  );
};
