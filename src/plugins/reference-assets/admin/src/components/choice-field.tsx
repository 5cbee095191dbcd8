import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface ChoiceFieldProps<Value extends string> {
  name: string;
  label: string;
  value: Value | null;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value | null) => void;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  size?: 'S' | 'M';
}

/** One of a few answers, or none. */
export const ChoiceField = <Value extends string>({
  name,
  label,
  value,
  choices,
  onChange,
  ...look
}: ChoiceFieldProps<Value>) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <SingleSelect
      {...look}
      value={value}
      onChange={(chosen) => onChange(String(chosen) as Value)}
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
