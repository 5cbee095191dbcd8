import { EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyPictures } from '@strapi/icons/symbols';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { ImportButton } from './import/import-button';
import { UploadButton } from './upload-button';

/** Nothing to show: an empty library asks for pictures, a filter that finds nothing says so. */
export const LibraryEmpty = ({ filtered }: { filtered: boolean }) => {
  const t = useText();
  const may = usePermission();
  return (
    <EmptyStateLayout
      icon={<EmptyPictures width="16rem" />}
      content={filtered ? t('library.empty.filtered') : t('library.empty')}
      action={
        !filtered && may('uploadAssets') ? (
          <Flex gap={2} justifyContent="center">
            <UploadButton />
            <ImportButton />
          </Flex>
        ) : undefined
      }
    />
  );
};
