import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useChangeStudioSettingsMutation } from '../../api/settings';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { SettingsEdit, StudioSettings } from '../../../../shared/contracts/settings';

interface Props<Part extends keyof StudioSettings> {
  part: Part;
  kept: StudioSettings[Part];
  /** The fields, for what is set so far and the way to set some of it. */
  children(
    value: StudioSettings[Part],
    set: (some: Partial<StudioSettings[Part]>) => void,
  ): ReactNode;
}

/** One part of the settings, changed at will and saved as a whole. */
export const SettingsForm = <Part extends keyof StudioSettings>({
  part,
  kept,
  children,
}: Props<Part>) => {
  const t = useText();
  const report = useFeedback();
  const [change, { isLoading }] = useChangeStudioSettingsMutation();
  const [value, setValue] = useState(kept);
  const set = (some: Partial<StudioSettings[Part]>) => setValue({ ...value, ...some });
  const isChanged = JSON.stringify(value) !== JSON.stringify(kept);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const edit: SettingsEdit = { [part]: value };
    void report(change(edit), t('asset.saved'));
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={6} onSubmit={save}>
      {children(value, set)}
      <Flex justifyContent="flex-end">
        <Button type="submit" loading={isLoading} disabled={!isChanged}>
          {t('action.save')}
        </Button>
      </Flex>
    </Flex>
  );
};
