import { useState } from 'react';
import { Box, Button, Flex, Grid, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CheckeredImage } from '../../../components/checkered-image';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { BeatChange, Take } from '../../../../../shared/contracts/board';
import type { Beat } from '../../../../../shared/contracts/beats';

const Choice = styled.button<{ $chosen: boolean }>`
  flex: 0 0 12rem;
  padding: 0;
  overflow: hidden;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 2px solid
    ${({ theme, $chosen }) => ($chosen ? theme.colors.primary600 : theme.colors.neutral200)};
  background: ${({ theme }) => theme.colors.neutral0};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface TakeViewProps {
  take: Take;
  title: string;
  ratio: string;
}

const TakeView = ({ take, title, ratio }: TakeViewProps) => {
  const { moment } = useUnits();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      <CheckeredImage media={take.stillWithLogo} alt={title} ratio={ratio} checkered={false} />
      <Typography textColor="neutral800">{take.action}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {[take.assets.join(', '), take.model, moment(take.createdAt)].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
};

interface TakesDialogProps {
  beat: Beat;
  takes: Take[];
  ratio: string;
  /** Undefined where the person may not change anything now. */
  onChange?: (change: BeatChange) => void;
  onClose: () => void;
}

/** Every still a beat had: one beside the present one, and the way back to it. */
export const TakesDialog = ({ beat, takes, ratio, onChange, onClose }: TakesDialogProps) => {
  const t = useText();
  const current = takes.find((take) => take.current) ?? takes[0];
  const others = takes.filter((take) => take !== current);
  const [chosenId, setChosenId] = useState(others[0]?.documentId);
  const chosen = others.find(({ documentId }) => documentId === chosenId) ?? others[0];
  const name = ({ number }: Take) => t('takes.take', { number });
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('takes.title', { number: beat.order + 1, name: beat.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Grid.Root gap={4}>
              {[current, chosen].map((take, side) =>
                take ? (
                  <Grid.Item
                    key={take.documentId}
                    col={6}
                    s={12}
                    xs={12}
                    direction="column"
                    alignItems="stretch"
                  >
                    <TakeView
                      take={take}
                      ratio={ratio}
                      title={side === 0 ? t('takes.current', { take: name(take) }) : name(take)}
                    />
                  </Grid.Item>
                ) : null,
              )}
            </Grid.Root>
            <Flex gap={3} wrap="wrap" role="group" aria-label={t('takes.compare')}>
              {others.map((take) => (
                <Choice
                  key={take.documentId}
                  type="button"
                  $chosen={take === chosen}
                  aria-pressed={take === chosen}
                  aria-label={name(take)}
                  onClick={() => setChosenId(take.documentId)}
                >
                  <CheckeredImage
                    media={take.stillWithLogo}
                    alt=""
                    ratio={ratio}
                    checkered={false}
                  />
                  <Box padding={1}>
                    <Typography variant="pi" textColor="neutral800">
                      {name(take)}
                    </Typography>
                  </Box>
                </Choice>
              ))}
            </Flex>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.close')}
          </Button>
          {onChange && chosen ? (
            <Button
              onClick={() => {
                onChange({ do: 'take', takeId: chosen.documentId });
                onClose();
              }}
            >
              {t('takes.use', { number: chosen.number })}
            </Button>
          ) : null}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
