import { Typography } from '@strapi/design-system';
import { useGetBoardQuery } from '../../api/board';
import { CardGrid } from '../../components/card-grid';
import { Section } from '../../components/section';
import { useText } from '../../hooks/use-text';
import type { Video } from '../../../../shared/contracts/videos';
import { BeatCard } from './beat-card';

/** The beats of a video side by side: what each shows, what it is made of, and why. */
export const Storyboard = ({ video }: { video: Video }) => {
  const t = useText();
  const { data: board } = useGetBoardQuery(video.documentId, { skip: !video.beats?.length });
  const beats = [...(video.beats ?? [])].sort((a, b) => a.order - b.order);
  return (
    <Section look="page" title={t('storyboard.title')}>
      {beats.length === 0 ? (
        <Typography textColor="neutral600">{t('storyboard.none')}</Typography>
      ) : (
        <CardGrid $min="27rem" data-testid="storyboard">
          {beats.map((beat) => (
            <BeatCard
              key={beat.documentId}
              beat={beat}
              video={video}
              board={board?.beats.find(({ beatId }) => beatId === beat.documentId)}
            />
          ))}
        </CardGrid>
      )}
    </Section>
  );
};
