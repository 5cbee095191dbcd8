import { Facts } from '../../../components/facts';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { Asset } from '../../../../../shared/contracts/assets';

/** What was measured of an asset and how often it is used. */
export const AssetFacts = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const { bytes, date, moment, number } = useUnits();
  const { endsSoon } = asset.rightsStatus;
  const { width, height, sizeBytes, file, hasTransparency, hasText, visibleText, lastUsedAt } =
    asset;
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? 'yes' : 'no'));
  return (
    <Section title={t('asset.facts')}>
      <Facts
        facts={[
          [t('asset.object'), asset.primaryObject],
          [t('asset.size'), width && height ? t('asset.size.px', { width, height }) : null],
          [t('asset.bytes'), sizeBytes === null ? null : bytes(sizeBytes)],
          [t('asset.format'), file?.mime],
          [t('asset.transparency'), yesNo(hasTransparency)],
          [t('asset.text'), yesNo(hasText)],
          [t('asset.visibleText'), visibleText],
          [t('asset.used'), t('asset.used.times', { count: asset.usageCount })],
          [t('asset.used.last'), lastUsedAt ? moment(lastUsedAt) : null],
          [t('asset.added'), moment(asset.createdAt)],
          [t('asset.licence'), asset.rights?.licence],
          [t('asset.rightsRefusal'), asset.rightsStatus.reason],
          [t('asset.licence.ends'), endsSoon && date(endsSoon)],
          [t('asset.logo.score'), asset.logoEvidence ? number(asset.logoEvidence.score) : null],
        ]}
      />
    </Section>
  );
};
