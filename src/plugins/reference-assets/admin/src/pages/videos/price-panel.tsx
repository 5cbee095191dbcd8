import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useQuoteVideoQuery } from '../../api/videos';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { useErrorText } from '../../hooks/use-feedback';
import { useText, useWord } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Quote } from '../../../../shared/contracts/prices';
import type { VideoRequest } from '../../../../shared/contracts/video-requests';
import { minPromptLength } from './video-draft';

const Lines = ({ quote }: { quote: Quote }) => {
  const t = useText();
  const word = useWord();
  const { price, number } = useUnits();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {quote.breakdown.map(({ step, provider, model, units, totalUsd }) => (
        <Flex tag="li" key={step + provider + model} justifyContent="space-between" gap={4}>
          <Typography variant="pi" textColor="neutral600">
            {t('price.line', { step: word('step', step), units: number(units), provider, model })}
          </Typography>
          <Typography variant="pi" textColor="neutral800">
            {price(totalUsd)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

/** Whether the account can pay a quote. */
export const canPay = ({ estimatedCostUsd, credits }: Quote) =>
  credits === null || estimatedCostUsd <= credits.availableUsd;

/**
 * What the video will cost, asked of the server as the request is written. Without a brief it is a usual one's, for what
 * is left of the budget.
 */
export const useQuote = (request: VideoRequest) => {
  const t = useText();
  const settled = useDebounce(request, 400);
  const hasBrief = settled.prompt.length >= minPromptLength;
  const { currentData, error } = useQuoteVideoQuery(
    hasBrief ? settled : { ...settled, prompt: t('brief.placeholder') },
  );
  return { quote: currentData, error, hasBrief };
};

/** What is left of the budget. */
const Left = ({ quote: { credits } }: { quote: Quote }) => {
  const t = useText();
  const { money } = useUnits();
  return (
    <Typography variant="pi" textColor="neutral600">
      {credits ? t('price.left', { amount: money(credits.availableUsd) }) : t('price.unlimited')}
    </Typography>
  );
};

interface PricePanelProps {
  quote?: Quote;
  error?: unknown;
  /** Whether there is a brief that the quote is for. */
  hasBrief: boolean;
}

/** The price before anything is made: the sum, what it is made of, and what is left. */
export const PricePanel = ({ quote, error, hasBrief }: PricePanelProps) => {
  const t = useText();
  const errorText = useErrorText();
  const { price } = useUnits();
  const says = () => {
    if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
    if (!quote || !hasBrief)
      return (
        <>
          <Typography textColor="neutral600">{t('price.needsBrief')}</Typography>
          {quote ? <Left quote={quote} /> : null}
        </>
      );
    return (
      <>
        <Typography variant="alpha" textColor="neutral800" data-testid="price">
          {price(quote.estimatedCostUsd)}
        </Typography>
        <Lines quote={quote} />
        <Left quote={quote} />
        {canPay(quote) ? null : <Notice tone="warning">{t('price.tooLittle')}</Notice>}
      </>
    );
  };
  return (
    <Section look="boxed" title={t('price.title')}>
      <Flex direction="column" alignItems="stretch" gap={4} aria-live="polite">
        {says()}
      </Flex>
    </Section>
  );
};
