import { Flex, IconButton, Link } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { useGetAssetQuery } from '../../../api/assets';
import { Drawer } from '../../../components/drawer';
import { Notice } from '../../../components/notice';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import { BASE_PATH } from '../../../plugin-id';
import { AssetActions } from './asset-actions';
import { AssetLook, AssetWords } from './asset-details';

interface AssetDrawerProps {
  id: string;
  /** The assets before and after it in what the library shows. */
  before?: string;
  after?: string;
  open: (id: string) => void;
  onClose: () => void;
}

const Steps = ({ id, before, after, open }: Omit<AssetDrawerProps, 'onClose'>) => {
  const t = useText();
  return (
    <Flex justifyContent="space-between" gap={2} paddingBottom={4}>
      <Flex gap={1}>
        <IconButton
          label={t('asset.previous')}
          disabled={!before}
          onClick={() => before && open(before)}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton label={t('asset.next')} disabled={!after} onClick={() => after && open(after)}>
          <ChevronRight />
        </IconButton>
      </Flex>
      <Link tag={NavLink} to={`${BASE_PATH}/library/${id}`}>
        {t('asset.page')}
      </Link>
    </Flex>
  );
};

/** Everything that is known about one asset, beside the library. */
export const AssetDrawer = ({ id, onClose, ...steps }: AssetDrawerProps) => {
  const t = useText();
  const errorText = useErrorText();
  const mayEdit = usePermission()('editAssets');
  const { currentData: asset, error } = useGetAssetQuery(id);
  return (
    <Drawer
      title={asset?.name ?? t('asset.title')}
      onClose={onClose}
      footer={asset && mayEdit ? <AssetActions asset={asset} onDeleted={onClose} /> : undefined}
    >
      <Steps id={id} {...steps} />
      {error && !asset ? <Notice tone="danger">{errorText(error)}</Notice> : null}
      {!asset && !error ? <Waiting /> : null}
      {asset ? (
        <Flex key={asset.documentId} direction="column" alignItems="stretch" gap={8}>
          <AssetLook asset={asset} />
          <AssetWords asset={asset} onMerged={onClose} />
        </Flex>
      ) : null}
    </Drawer>
  );
};
