import { Button } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useText } from '../../hooks/use-text';
import { useLibraryUploads } from './uploads-context';

/** Lets a person pick pictures from their disk. */
export const UploadButton = () => {
  const t = useText();
  const { choose } = useLibraryUploads();
  return (
    <Button startIcon={<Upload />} onClick={choose}>
      {t('upload.action')}
    </Button>
  );
};
