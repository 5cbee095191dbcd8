import { Button, Flex } from '@strapi/design-system';
import { useKnownImports, useListImportsQuery, useStopImportMutation } from '../../../api/imports';
import { Notice } from '../../../components/notice';
import { ProgressMeter } from '../../../components/progress-meter';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import type { LibraryImport } from '../../../../../shared/contracts/imports';

/** How often an import that runs is asked how far it is, ms. */
const lookMs = 10_000;

const isRunning = ({ endedAt }: LibraryImport): boolean => endedAt === null;

/** How far imports of the Media Library are, with a way to end them; nothing while none runs. */
export const RunningImports = () => {
  const t = useText();
  const report = useFeedback();
  const mayStop = usePermission()('uploadAssets');
  const { data: known } = useKnownImports();
  const pollingInterval = known?.some(isRunning) ? lookMs : 0;
  const { data: imports = [] } = useListImportsQuery(undefined, { pollingInterval });
  const [stop] = useStopImportMutation();
  const running = imports.filter(isRunning);
  if (running.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={4}>
      {running.map(({ id, taken, total }) => {
        const says = t('import.running', { taken, total });
        return (
          <Flex key={id} direction="column" alignItems="stretch" gap={2} data-testid="import">
            <Notice
              action={
                mayStop ? (
                  <Button
                    size="S"
                    variant="tertiary"
                    onClick={() => report(stop(id), t('import.stopped'))}
                  >
                    {t('import.stop')}
                  </Button>
                ) : undefined
              }
            >
              {says}
            </Notice>
            <ProgressMeter label={says} share={total > 0 ? taken / total : 0} />
          </Flex>
        );
      })}
    </Flex>
  );
};
