import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface ChoiceFieldProps {
  name: string;
  label: string;
  value: string | null;
  choices: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

/** One of a few answers, or none. */
export const ChoiceField = ({ name, label, value, choices, onChange }: ChoiceFieldProps) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <SingleSelect
      value={value}
      onChange={(chosen) => onChange(String(chosen))}
      onClear={() => onChange(null)}
    >
      {choices.map((choice) => (
        <SingleSelectOption key={choice.value} value={choice.value}>
          {choice.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);
