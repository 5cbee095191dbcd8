import { useCallback } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { CloudUpload, ListSearch } from '@strapi/icons';
import { styled } from 'styled-components';
import { keepPicture } from '../../api/kept-pictures';
import { useText } from '../../hooks/use-text';
import { useLibraryUploads } from './uploads-context';
import { useFileDrop } from './use-file-drop';
import type { LibraryQuery } from './use-library-query';
import { usePastedFiles } from './use-pasted-files';

const Overlay = styled(Flex)`
  position: fixed;
  inset: ${({ theme }) => theme.spaces[4]};
  z-index: ${({ theme }) => theme.zIndices.overlay};
  pointer-events: none;
`;
const Zone = styled(Flex)<{ $isOver: boolean }>`
  flex: 1;
  height: 100%;
  border: 2px dashed ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary600' : 'neutral300']};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary100' : 'neutral100']};
  opacity: 0.96;
`;

const places = ['add', 'find'] as const;
type Place = (typeof places)[number];
const icons = { add: CloudUpload, find: ListSearch };

interface DropOverlayProps {
  mayUpload: boolean;
  change: LibraryQuery['change'];
}

/** Takes pictures dropped or pasted: the left half adds them to the library, the right half searches by the first. */
export const DropOverlay = ({ mayUpload, change }: DropOverlayProps) => {
  const t = useText();
  const { add } = useLibraryUploads();
  const placeAt = useCallback(
    (x: number): Place => (mayUpload && x < window.innerWidth / 2 ? 'add' : 'find'),
    [mayUpload],
  );
  const take = useCallback(
    (files: File[], place: Place) => {
      if (place === 'add') add(files);
      else change({ picture: keepPicture(files[0]), like: null });
    },
    [add, change],
  );
  const over = useFileDrop(placeAt, take, true);
  usePastedFiles((files, inSearch) => take(files, inSearch || !mayUpload ? 'find' : 'add'));
  if (!over) return null;
  return (
    <Overlay gap={4}>
      {places
        .filter((place) => mayUpload || place === 'find')
        .map((place) => {
          const Icon = icons[place];
          return (
            <Zone
              key={place}
              $isOver={place === over}
              direction="column"
              justifyContent="center"
              gap={4}
            >
              <Icon width="6.4rem" height="6.4rem" fill="primary600" aria-hidden />
              <Typography variant="beta" textColor="neutral800">
                {t(place === 'add' ? 'upload.drop' : 'find.drop')}
              </Typography>
            </Zone>
          );
        })}
    </Overlay>
  );
};
