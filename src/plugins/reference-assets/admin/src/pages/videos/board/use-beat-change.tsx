import { useState, type ReactNode } from 'react';
import { Dialog } from '@strapi/design-system';
import { useChangeBeatMutation, useQuoteChangeQuery } from '../../../api/board';
import { PriceQuestion } from '../../../components/price-question';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { BeatChange } from '../../../../../shared/contracts/board';
import type { Video } from '../../../../../shared/contracts/videos';

interface QuestionProps {
  id: string;
  beatId: string;
  change: BeatChange;
  onConfirm: (quotedUsd: number) => Promise<unknown>;
}

/** The price of a change, asked for when the question opens: yes is to that price and to no other. */
const Question = ({ onConfirm, ...of }: QuestionProps) => {
  const t = useText();
  return (
    <PriceQuestion
      title={t('board.change')}
      ask={(amount) => t('board.change.question', { amount })}
      quote={useQuoteChangeQuery(of)}
      onConfirm={onConfirm}
    />
  );
};

const neverCosts: readonly BeatChange['do'][] = ['pin', 'unpin', 'allow'];

/** Changes what a beat is made of; where that costs something, the price is asked about first. */
export const useBeatChange = (
  video: Video,
  beatId: string,
): { change: (change: BeatChange) => void; question: ReactNode; isLoading: boolean } => {
  const t = useText();
  const report = useFeedback();
  const [asked, setAsked] = useState<BeatChange | null>(null);
  const [apply, { isLoading }] = useChangeBeatMutation();
  const id = video.documentId;
  const isFree = video.qualityTier === 'animatic' || video.status === 'awaiting_plan';
  const send = (change: BeatChange, quotedUsd?: number) =>
    report(apply({ id, beatId, change, quotedUsd }), t('reference.swapped'));
  return {
    isLoading,
    change: (change) => {
      if (isFree || neverCosts.includes(change.do)) void send(change);
      else setAsked(change);
    },
    question: asked ? (
      <Dialog.Root open onOpenChange={(open: boolean) => !open && setAsked(null)}>
        <Question
          id={id}
          beatId={beatId}
          change={asked}
          onConfirm={async (quotedUsd) => {
            await send(asked, quotedUsd);
            setAsked(null);
          }}
        />
      </Dialog.Root>
    ) : null,
  };
};
