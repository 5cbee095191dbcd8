import { useId } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { rangeColors } from '../../components/range-colors';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';

const Range = styled.input`
  flex: 1;
  min-width: 0;
  ${rangeColors}
`;
/** What the server takes. */
const shortest = 5;
const longest = 60;

interface LengthFieldProps {
  seconds: number;
  onChange: (seconds: number) => void;
}

/** How long the video is, in whole seconds. */
export const LengthField = ({ seconds, onChange }: LengthFieldProps) => {
  const t = useText();
  const units = useUnits();
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="label" htmlFor={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {t('length.label')}
      </Typography>
      <Flex gap={4}>
        <Range
          id={id}
          type="range"
          min={shortest}
          max={longest}
          step={1}
          value={seconds}
          aria-valuetext={units.seconds(seconds)}
          onChange={({ target }) => onChange(Number(target.value))}
        />
        <Typography fontWeight="bold" textColor="neutral800">
          {units.seconds(seconds)}
        </Typography>
      </Flex>
    </Flex>
  );
};
