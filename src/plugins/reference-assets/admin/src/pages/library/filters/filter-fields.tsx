import {
  Field,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  TextInput,
} from '@strapi/design-system';
import { styled } from 'styled-components';
import { useLibraryFacetsQuery } from '../../../api/library';
import { useText } from '../../../hooks/use-text';
import { analysisStatuses } from '../../../../../shared/contracts/assets';
import { logoChoices, orientations, rightsChoices } from '../library-search';
import type { LibraryQuery } from '../use-library-query';
import { ChoiceField } from '../../../components/choice-field';

type Filtered = Pick<LibraryQuery, 'search' | 'change'>;

const DayField = ({
  name,
  label,
  value,
  change,
}: Pick<LibraryQuery, 'change'> & {
  name: 'from' | 'until';
  label: string;
  value: string | null;
}) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="date"
      value={value ?? ''}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  </Field.Root>
);

const MeasureFields = ({ search, change }: Filtered) => {
  const t = useText();
  return (
    <>
      <ChoiceField
        name="shape"
        label={t('library.filter.shape')}
        value={search.orientation}
        choices={orientations.map((value) => ({
          value,
          label: t(`library.filter.shape.${value}`),
        }))}
        onChange={(shape) => change({ shape })}
      />
      <ChoiceField
        name="clear"
        label={t('asset.transparency')}
        value={search.transparent}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(clear) => change({ clear })}
      />
      <Field.Root name="min">
        <Field.Label>{t('library.filter.size')}</Field.Label>
        <NumberInput
          value={search.minSide ?? undefined}
          step={100}
          onValueChange={(min) => change({ min: min && min > 0 ? String(Math.round(min)) : null })}
        />
      </Field.Root>
      <DayField name="from" label={t('library.filter.from')} value={search.from} change={change} />
      <DayField
        name="until"
        label={t('library.filter.until')}
        value={search.until}
        change={change}
      />
    </>
  );
};

const PlaceFields = ({ search, change }: Filtered) => {
  const t = useText();
  const { data } = useLibraryFacetsQuery();
  const counted = ({ name, count }: { name: string; count: number }) => `${name} (${count})`;
  const owners = [
    { value: 'shared', label: t('library.filter.owner.shared') },
    ...(data?.owners ?? []).map((one) => ({ value: one.id, label: counted(one) })),
  ];
  const folders = (data?.folders ?? []).map((one) => ({
    value: String(one.id),
    label: counted(one),
  }));
  return (
    <>
      <ChoiceField
        name="folder"
        label={t('library.filter.folder')}
        value={search.folder ? String(search.folder) : null}
        choices={folders}
        onChange={(folder) => change({ folder })}
      />
      <ChoiceField
        name="owner"
        label={t('library.filter.owner')}
        value={search.owner}
        choices={owners}
        onChange={(owner) => change({ owner })}
      />
      <Field.Root name="tags">
        <Field.Label>{t('library.filter.tags')}</Field.Label>
        <MultiSelect
          value={search.tags}
          withTags={false}
          onChange={(tags: string[]) => change({ tags: tags.join(',') })}
          onClear={() => change({ tags: null })}
        >
          {(data?.tags ?? []).map((one) => (
            <MultiSelectOption key={one.name} value={one.name}>
              {counted(one)}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </Field.Root>
    </>
  );
};

const StateFields = ({ search, change }: Filtered) => {
  const t = useText();
  return (
    <>
      <ChoiceField
        name="logo"
        label={t('library.filter.logo')}
        value={search.logo}
        choices={logoChoices.map((value) => ({ value, label: t(`library.filter.logo.${value}`) }))}
        onChange={(logo) => change({ logo })}
      />
      <ChoiceField
        name="rights"
        label={t('asset.rights')}
        value={search.rights}
        choices={rightsChoices.map((value) => ({
          value,
          label: t(`library.filter.rights.${value}`),
        }))}
        onChange={(rights) => change({ rights })}
      />
      <ChoiceField
        name="state"
        label={t('library.filter.state')}
        value={search.status}
        choices={analysisStatuses.map((value) => ({ value, label: t(`analysis.${value}`) }))}
        onChange={(state) => change({ state })}
      />
    </>
  );
};

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** Every condition of the library, each at work as soon as it is set. */
export const FilterFields = (filtered: Filtered) => (
  <Fields>
    <StateFields {...filtered} />
    <PlaceFields {...filtered} />
    <MeasureFields {...filtered} />
  </Fields>
);
