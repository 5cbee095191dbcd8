import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useGetAssetQuery } from '../../api/assets';
import { usePermission } from '../../hooks/use-permission';
import { useReason } from '../../hooks/use-reason';
import { useText } from '../../hooks/use-text';
import { BASE_PATH } from '../../plugin-id';
import { DuplicateQuestions } from './duplicates/duplicate-question';
import { AnalysisBadge, hasFailed } from './analysis-state';

/** A file that became an asset: how its analysis stands, live, the way to it, and whether one like it was there; `after` came in after it. */
export const UploadedAsset = ({ id, after }: { id: string; after: readonly string[] }) => {
  const t = useText();
  const may = usePermission();
  const reason = useReason();
  const { data: asset } = useGetAssetQuery(id);
  if (!asset) return <Typography variant="pi">{t('upload.done')}</Typography>;
  const { analysis } = asset;
  return (
    <>
      <Flex gap={2} paddingTop={1} wrap="wrap">
        <AnalysisBadge status={analysis.status} />
        {hasFailed(analysis) ? (
          <Typography variant="pi" textColor="danger700">
            {reason(analysis.error)}
          </Typography>
        ) : null}
        <Typography
          tag={Link}
          to={`${BASE_PATH}/library?asset=${id}`}
          variant="pi"
          textColor="primary600"
          aria-label={t('upload.open', { name: asset.name })}
        >
          {t('upload.show')}
        </Typography>
      </Flex>
      {may('editAssets') && analysis.status === 'done' ? (
        <DuplicateQuestions id={id} askedElsewhere={after} />
      ) : null}
    </>
  );
};
