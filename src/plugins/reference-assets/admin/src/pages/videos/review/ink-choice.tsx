import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/use-text';
import { inkColors } from '../../../../../shared/contracts/reviews';
import { inks, type Ink } from './ink';

interface InkChoiceProps {
  ink: Ink | undefined;
  hasStrokes: boolean;
  onInk: (ink: Ink | undefined) => void;
  onUndo: () => void;
}

const Swatch = styled.button<{ $color: string }>`
  width: 2.4rem;
  height: 2.4rem;
  padding: 0;
  border: 2px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 50%;
  background: ${({ $color }) => $color};
  cursor: pointer;

  &[aria-pressed='true'],
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The pen: picked up, in which colour, and the last stroke taken back. */
export const InkChoice = ({ ink, hasStrokes, onInk, onUndo }: InkChoiceProps) => {
  const t = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        size="S"
        variant={ink ? 'secondary' : 'tertiary'}
        startIcon={<Pencil />}
        aria-pressed={ink !== undefined}
        onClick={() => onInk(ink ? undefined : 'red')}
      >
        {t('review.draw')}
      </Button>
      {ink
        ? inkColors.map((color) => (
            <Swatch
              key={color}
              type="button"
              $color={inks[color]}
              aria-label={t(`ink.${color}`)}
              aria-pressed={color === ink}
              onClick={() => onInk(color)}
            />
          ))
        : null}
      {hasStrokes ? (
        <Button size="S" variant="tertiary" onClick={onUndo}>
          {t('review.draw.undo')}
        </Button>
      ) : null}
    </Flex>
  );
};
