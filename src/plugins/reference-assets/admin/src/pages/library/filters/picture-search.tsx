import { useRef } from 'react';
import { Button } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { keepPicture } from '../../../api/kept-pictures';
import { useText } from '../../../hooks/use-text';
import type { LibraryQuery } from '../use-library-query';

/** Finds what looks like a picture from a person's disk; dropping or pasting one does the same. */
export const PictureSearch = ({ change }: Pick<LibraryQuery, 'change'>) => {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('find.byPicture')}
        data-testid="picture-search-input"
        onChange={({ target }) => {
          const [picture] = target.files ?? [];
          if (picture) change({ picture: keepPicture(picture), like: null });
          target.value = '';
        }}
      />
      <Button
        size="S"
        variant="tertiary"
        startIcon={<Image />}
        onClick={() => input.current?.click()}
      >
        {t('find.byPicture')}
      </Button>
    </>
  );
};
