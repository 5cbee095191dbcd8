import { useState, type FormEvent } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useGetAssetQuery } from '../../../api/assets';
import { CountriesField } from '../../../components/countries-field';
import { Notice } from '../../../components/notice';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { AssetRights } from '../../../../../shared/contracts/rights';
import { useLibraryChange } from './use-library-change';

const consents = ['unknown', 'yes', 'no'] as const;
const consentOf = ({ consent }: AssetRights): (typeof consents)[number] =>
  consent === undefined ? 'unknown' : consent ? 'yes' : 'no';

interface RightsFormProps {
  ids: string[];
  close: () => void;
}

const RightsFields = ({ ids, noted, close }: RightsFormProps & { noted: AssetRights }) => {
  const t = useText();
  const change = useLibraryChange();
  const [licence, setLicence] = useState(noted.licence ?? '');
  const [expiresAt, setExpiresAt] = useState(noted.expiresAt?.slice(0, 10) ?? '');
  const [territories, setTerritories] = useState(noted.territories ?? []);
  const [consent, setConsent] = useState(consentOf(noted));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    close();
    const rights = {
      ...(licence.trim() && { licence: licence.trim() }),
      // A licence that was noted to the minute and left alone stays so.
      ...(expiresAt && {
        expiresAt: noted.expiresAt?.startsWith(expiresAt) ? noted.expiresAt : expiresAt,
      }),
      ...(territories.length > 0 && { territories }),
      ...(consent !== 'unknown' && { consent: consent === 'yes' }),
    };
    void change({ assetIds: ids, rights: Object.keys(rights).length > 0 ? rights : null });
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={4} onSubmit={apply}>
      <Field.Root name="licence">
        <Field.Label>{t('select.rights.licence')}</Field.Label>
        <TextInput
          value={licence}
          maxLength={200}
          onChange={({ target }) => setLicence(target.value)}
        />
      </Field.Root>
      <Field.Root name="expiresAt">
        <Field.Label>{t('select.rights.expires')}</Field.Label>
        <TextInput
          type="date"
          value={expiresAt}
          onChange={({ target }) => setExpiresAt(target.value)}
        />
      </Field.Root>
      <CountriesField
        label={t('select.rights.countries')}
        hint={t('select.rights.countries.hint')}
        codes={territories}
        onChange={setTerritories}
      />
      <Field.Root name="consent">
        <Field.Label>{t('select.rights.consent')}</Field.Label>
        <SingleSelect
          value={consent}
          onChange={(value) => setConsent(value as (typeof consents)[number])}
        >
          {consents.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`select.rights.consent.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Typography variant="pi" textColor="neutral600">
        {t('select.rights.hint')}
      </Typography>
      <Button type="submit">{t('select.apply')}</Button>
    </Flex>
  );
};

/** Notes the same rights for all chosen assets; those of a single one begin with what is noted of it. */
export const RightsForm = ({ ids, close }: RightsFormProps) => {
  const [first] = ids;
  const isOne = ids.length === 1;
  // The chosen ones are as they were when they were chosen; what stands here is written over them.
  const { data, isFetching, error } = useGetAssetQuery(first, {
    skip: !isOne,
    refetchOnMountOrArgChange: true,
  });
  const errorText = useErrorText();
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (isOne && (!data || isFetching)) return <Waiting />;
  return <RightsFields ids={ids} noted={(isOne && data?.rights) || {}} close={close} />;
};
