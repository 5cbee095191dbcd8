import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useOfferTiersQuery } from '../../api/videos';
import { useGetStatusQuery } from '../../api/status';
import { CheckeredImage } from '../../components/checkered-image';
import { ChoiceCards } from '../../components/choice-cards';
import { usePermission } from '../../hooks/use-permission';
import { useSaid } from '../../hooks/use-said';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { TierOffer } from '../../../../shared/contracts/offers';
import type { VideoRequest } from '../../../../shared/contracts/video-requests';
import { qualityTiers } from '../../../../shared/contracts/vocabulary';
import type { FieldProps } from './format-fields';
import { minPromptLength } from './video-draft';

const Price = ({ offer }: { offer: TierOffer }) => {
  const t = useText();
  const { price, duration } = useUnits();
  if (offer.estimatedCostUsd === null) return null;
  return (
    <Flex justifyContent="space-between" gap={2} paddingTop={2} width="100%">
      <Typography fontWeight="bold" textColor="neutral800">
        {price(offer.estimatedCostUsd)}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {offer.seconds === null
          ? t('tier.time.unknown')
          : t('tier.time', { time: duration(offer.seconds) })}
      </Typography>
    </Flex>
  );
};

/** How good, how dear and how slow, each with a picture of one; a tier that cannot run here says why. */
export const TierField = ({ draft, set, request }: FieldProps & { request: VideoRequest }) => {
  const t = useText();
  const said = useSaid();
  const mayReadStatus = usePermission()('readStatus');
  const { data: status } = useGetStatusQuery(undefined, { skip: !mayReadStatus });
  const { qualityTier: _tier, ...rest } = request;
  // The tier itself does not change what the tiers cost, so choosing one asks for nothing anew.
  const asked = useDebounce(JSON.stringify(rest), 400);
  const settled = { ...(JSON.parse(asked) as typeof rest), qualityTier: 'animatic' as const };
  // Until there is a brief the cards say what a usual one costs.
  const hasBrief = settled.prompt.length >= minPromptLength;
  const { data: offers } = useOfferTiersQuery(
    hasBrief ? settled : { ...settled, prompt: t('brief.placeholder') },
  );
  const unavailable = (tier: string): string | undefined => {
    const offer = offers?.find((one) => one.tier === tier);
    if (offer?.reason) return said(offer.reason);
    const known = status?.tiers.find((entry) => entry.tier === tier);
    if (!known || known.available) return undefined;
    return known.reason ? said(known.reason) : t('tier.unavailable');
  };
  return (
    <ChoiceCards
      legend={t('tier.label')}
      minWidth="20rem"
      value={draft.qualityTier}
      onChange={(qualityTier) => set({ qualityTier })}
      choices={qualityTiers.map((value) => {
        const offer = offers?.find((one) => one.tier === value);
        return {
          value,
          label: t(`tier.${value}`),
          picture: (
            <CheckeredImage
              media={offer?.example}
              alt=""
              ratio="16 / 9"
              checkered={false}
              fit="cover"
            />
          ),
          detail: (
            <>
              {t(`tier.${value}.detail`)}
              {offer ? <Price offer={offer} /> : null}
            </>
          ),
          unavailable: unavailable(value),
        };
      })}
    />
  );
};
