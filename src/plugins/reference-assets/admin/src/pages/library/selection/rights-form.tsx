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
import { CountriesField } from '../../../components/countries-field';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';
import type { AssetRights } from '../../../../../shared/contracts/rights';
import { useLibraryChange } from './use-library-change';

const consents = ['unknown', 'yes', 'no'] as const;
const consentOf = ({ consent }: AssetRights): (typeof consents)[number] =>
  consent === undefined ? 'unknown' : consent ? 'yes' : 'no';

/** What is noted of all of them; nothing where they differ. */
const notedOf = (assets: readonly Asset[]): AssetRights => {
  const [first, ...others] = assets.map(({ rights }) => rights ?? {});
  const text = JSON.stringify(first);
  return first && others.every((one) => JSON.stringify(one) === text) ? first : {};
};

interface RightsFormProps {
  assets: Asset[];
  close: () => void;
}

/** Notes the same rights for all chosen assets. */
export const RightsForm = ({ assets, close }: RightsFormProps) => {
  const t = useText();
  const change = useLibraryChange();
  const [noted] = useState(() => notedOf(assets));
  const [licence, setLicence] = useState(noted.licence ?? '');
  const [expiresAt, setExpiresAt] = useState(noted.expiresAt?.slice(0, 10) ?? '');
  const [territories, setTerritories] = useState(noted.territories ?? []);
  const [consent, setConsent] = useState(consentOf(noted));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    close();
    const assetIds = assets.map(({ documentId }) => documentId);
    const rights = {
      ...(licence.trim() && { licence: licence.trim() }),
      // A licence that was noted to the minute and left alone stays so.
      ...(expiresAt && {
        expiresAt: noted.expiresAt?.startsWith(expiresAt) ? noted.expiresAt : expiresAt,
      }),
      ...(territories.length > 0 && { territories }),
      ...(consent !== 'unknown' && { consent: consent === 'yes' }),
    };
    void change({ assetIds, rights: Object.keys(rights).length > 0 ? rights : null });
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
