import { Menu } from '@strapi/design-system';
import { File, Folder, Upload } from '@strapi/icons';
import { useText } from '../../hooks/use-text';
import { useLibraryUploads } from './uploads-context';

/** Lets a person pick pictures from their disk, or a folder of them. */
export const UploadButton = () => {
  const t = useText();
  const { choose } = useLibraryUploads();
  return (
    <Menu.Root>
      <Menu.Trigger variant="default" startIcon={<Upload />}>
        {t('upload.action')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        <Menu.Item startIcon={<File />} onSelect={() => choose('files')}>
          {t('upload.files')}
        </Menu.Item>
        <Menu.Item startIcon={<Folder />} onSelect={() => choose('folder')}>
          {t('upload.folder')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
};
