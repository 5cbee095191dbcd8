import { Flex } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { styled } from 'styled-components';
import { mediaUrl } from '../api/backend';
import type { MediaRef } from '../../../shared/contracts/assets';
import { checker, type Ground } from './checker';

const Checker = styled(Flex)<{ $ratio: string; $checkered: boolean; $ground: Ground }>`
  width: 100%;
  aspect-ratio: ${({ $ratio }) => $ratio};
  overflow: hidden;
  background-color: ${({ theme }) => theme.colors.neutral100};
  padding: ${({ theme, $checkered }) => ($checkered ? theme.spaces[2] : 0)};
  ${({ $checkered }) => $checkered && checker}
`;
const Picture = styled.img<{ $fit: 'contain' | 'cover' }>`
  width: 100%;
  height: 100%;
  object-fit: ${({ $fit }) => $fit};
`;

interface CheckeredImageProps {
  media: MediaRef | null | undefined;
  alt: string;
  ratio?: string;
  /** Whether see-through parts are shown on a checker, and how bright that is. */
  checkered?: boolean;
  ground?: Ground;
  fit?: 'contain' | 'cover';
}

/** A picture as a whole, on a checker where it is see-through; an icon while there is none. */
export const CheckeredImage = ({
  media,
  alt,
  ratio = '1 / 1',
  checkered = true,
  ground = 'usual',
  fit = 'contain',
}: CheckeredImageProps) => (
  <Checker
    $ratio={ratio}
    $checkered={checkered}
    $ground={ground}
    alignItems="center"
    justifyContent="center"
  >
    {media ? (
      <Picture src={mediaUrl(media)} alt={alt} $fit={fit} loading="lazy" draggable={false} />
    ) : (
      <Image
        width="3.2rem"
        height="3.2rem"
        fill="neutral400"
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      />
    )}
  </Checker>
);
