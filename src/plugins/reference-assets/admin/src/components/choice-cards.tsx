import { useId, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  detail?: ReactNode;
  /** Shown above its name. */
  picture?: ReactNode;
  /** Why it cannot be chosen now. */
  unavailable?: string;
}
interface ChoiceCardsProps<V extends string> {
  legend: string;
  choices: Choice<V>[];
  value: V;
  onChange: (value: V) => void;
  /** The least width of a card before the row breaks. */
  minWidth?: string;
}

const Row = styled.div<{ $minWidth: string }>`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(${({ $minWidth }) => $minWidth}, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;
const Card = styled.label`
  position: relative;
  display: block;
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary500};
  }
  &:has(input:checked) {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  &:has(input:disabled) {
    cursor: not-allowed;
    border-color: ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral150};
  }
`;
// Stays in the page's flow of focus and of the reader, only out of sight.
const Radio = styled.input`
  position: absolute;
  inset: 0;
  opacity: 0;
  cursor: inherit;
`;
const Picture = styled.span`
  display: block;
  width: 100%;
  margin-bottom: ${({ theme }) => theme.spaces[2]};
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
`;
const Fieldset = styled.fieldset`
  border: 0;
  margin: 0;
  padding: 0;
  min-width: 0;

  legend {
    padding: 0;
  }
`;

/** One choice out of a few, each explained: radio buttons that look like cards. */
export const ChoiceCards = <V extends string>({
  legend,
  choices,
  value,
  onChange,
  minWidth = '16rem',
}: ChoiceCardsProps<V>) => {
  const name = useId();
  return (
    <Fieldset>
      <Box paddingBottom={2}>
        <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
          {legend}
        </Typography>
      </Box>
      <Row $minWidth={minWidth}>
        {choices.map((choice) => (
          <Card key={choice.value}>
            <Radio
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.unavailable !== undefined}
              aria-labelledby={`${name}-${choice.value}`}
              aria-describedby={`${name}-${choice.value}-detail`}
              onChange={() => onChange(choice.value)}
            />
            <Flex direction="column" alignItems="flex-start" gap={1}>
              {choice.picture ? <Picture>{choice.picture}</Picture> : null}
              <Typography id={`${name}-${choice.value}`} fontWeight="bold" textColor="neutral800">
                {choice.label}
              </Typography>
              <Box id={`${name}-${choice.value}-detail`}>
                <Typography tag="div" variant="pi" textColor="neutral600">
                  {choice.detail}
                </Typography>
                {choice.unavailable ? (
                  <Typography tag="p" variant="pi" textColor="neutral800" paddingTop={1}>
                    {choice.unavailable}
                  </Typography>
                ) : null}
              </Box>
            </Flex>
          </Card>
        ))}
      </Row>
    </Fieldset>
  );
};
