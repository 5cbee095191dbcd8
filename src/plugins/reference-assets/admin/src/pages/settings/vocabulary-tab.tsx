import { Flex, Typography } from '@strapi/design-system';
import { useGetInstallationQuery } from '../../api/settings';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { assetTypes } from '../../../../shared/contracts/vocabulary';

/** The words pictures are described with, and by whom. */
export const VocabularyTab = () => {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useGetInstallationQuery();
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  const { analysis, vocabulary } = data;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Section look="boxed" title={t('settings.analysis')}>
        <Facts
          facts={[
            [t('settings.analysis.by'), analysis.choice],
            [t('settings.model.model'), analysis.model],
            [t('settings.analysis.language'), analysis.language],
          ]}
        />
      </Section>
      <Section look="boxed" title={t('settings.vocabulary.types')}>
        <Facts
          facts={assetTypes.map((type) => [t(`type.${type}`), vocabulary.types[type].join(', ')])}
        />
      </Section>
      <Section look="boxed" title={t('settings.vocabulary.objects')}>
        <Typography textColor="neutral800">{vocabulary.objects.join(', ')}</Typography>
      </Section>
      <Section look="boxed" title={t('settings.vocabulary.styles')}>
        <Typography textColor="neutral800">{vocabulary.styles.join(', ')}</Typography>
      </Section>
      <Notice>{t('settings.vocabulary.where')}</Notice>
    </Flex>
  );
};
