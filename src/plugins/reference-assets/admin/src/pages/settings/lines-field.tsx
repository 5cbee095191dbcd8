import { useState } from 'react';
import { Field, Textarea } from '@strapi/design-system';

interface LinesFieldProps {
  name: string;
  label: string;
  hint: string;
  lines: string[];
  onChange: (lines: string[]) => void;
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A few texts, one a line. */
export const LinesField = ({ name, label, hint, lines, onChange }: LinesFieldProps) => {
  // The text as typed, with the empty line that a new one begins with.
  const [text, setText] = useState(lines.join('\n'));
  return (
    <Field.Root name={name} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(linesIn(target.value));
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
};
