import { useRef } from 'react';
import { Button } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useText } from '../../hooks/use-text';
import { useAddUploads } from './uploads-context';

/** Lets a person pick pictures from their disk. */
export const UploadButton = () => {
  const t = useText();
  const addUploads = useAddUploads();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('upload.action')}
        data-testid="upload-input"
        onChange={({ target }) => {
          addUploads([...(target.files ?? [])]);
          // Choosing the same file again must count as a change.
          target.value = '';
        }}
      />
      <Button startIcon={<Upload />} onClick={() => input.current?.click()}>
        {t('upload.action')}
      </Button>
    </>
  );
};
