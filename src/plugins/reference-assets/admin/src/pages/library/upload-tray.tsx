import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Check, Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import { ProgressMeter } from '../../components/progress-meter';
import { useText } from '../../hooks/use-text';
import { UploadedAsset } from './uploaded-asset';
import type { Upload } from './upload-queue';
import type { useUploads } from './use-uploads';

type UploadTrayProps = Omit<ReturnType<typeof useUploads>, 'add'>;

const Tray = styled(Box)`
  position: fixed;
  right: ${({ theme }) => theme.spaces[4]};
  bottom: ${({ theme }) => theme.spaces[4]};
  width: min(40rem, calc(100vw - 3.2rem));
  z-index: ${({ theme }) => theme.zIndices.navigation};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;
const Rows = styled.ul`
  max-height: 32rem;
  overflow-y: auto;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const useUploadText = () => {
  const t = useText();
  return ({ state, error, share }: Upload): string => {
    if (!error) return t(`upload.${state}`, { percent: Math.round(share * 100) });
    return error.code === 'refused' ? error.message : t(`upload.${error.code}`);
  };
};

/** `after`: the assets that files after this one became. */
type UploadRowProps = { upload: Upload; after: string[] } & Pick<UploadTrayProps, 'stop' | 'retry'>;

const UploadRow = ({ upload, after, stop, retry }: UploadRowProps) => {
  const t = useText();
  const textOf = useUploadText();
  const { id, file, state, share, assetId } = upload;
  return (
    <Flex tag="li" gap={3} padding={3} alignItems="center">
      <Box flex="1" minWidth={0}>
        <Typography ellipsis tag="p" textColor="neutral800" title={file.name}>
          {file.name}
        </Typography>
        {assetId ? (
          <UploadedAsset id={assetId} after={after} />
        ) : (
          <Typography variant="pi" textColor={state === 'failed' ? 'danger700' : 'neutral600'}>
            {textOf(upload)}
          </Typography>
        )}
        {state === 'sending' ? (
          <ProgressMeter label={t('upload.progress', { name: file.name })} share={share} />
        ) : null}
      </Box>
      {state === 'sending' ? (
        <IconButton label={t('upload.stop', { name: file.name })} onClick={() => stop(id)}>
          <Cross />
        </IconButton>
      ) : null}
      {state === 'failed' ? (
        <IconButton label={t('upload.retry', { name: file.name })} onClick={() => retry(id)}>
          <ArrowClockwise />
        </IconButton>
      ) : null}
      {state === 'done' ? <Check fill="success600" aria-hidden /> : null}
    </Flex>
  );
};

/** Each row of what is there already asks how its analysis stands; of a large folder, the rest is in the grid. */
const mostRows = 60;
const order = ['failed', 'sending', 'waiting', 'done'];
/** What a person must see comes first; the sort is stable, so files of one state keep their order. */
const byUrgency = (a: Upload, b: Upload) => order.indexOf(a.state) - order.indexOf(b.state);

/** The files under way, each with its progress, and why one did not get in. */
export const UploadTray = ({ uploads, stop, retry, clear }: UploadTrayProps) => {
  const t = useText();
  if (uploads.length === 0) return null;
  const done = uploads.filter(({ state }) => state === 'done').length;
  const failed = uploads.filter(({ state }) => state === 'failed').length;
  const isBusy = done + failed < uploads.length;
  return (
    <Tray tag="section" aria-label={t('upload.title')}>
      <Flex justifyContent="space-between" padding={3} background="neutral100">
        <Typography fontWeight="bold" textColor="neutral800" role="status">
          {t('upload.summary', { done, failed, total: uploads.length })}
        </Typography>
        {isBusy ? null : (
          <IconButton label={t('action.close')} onClick={clear}>
            <Cross />
          </IconButton>
        )}
      </Flex>
      <Rows>
        {[...uploads]
          .sort(byUrgency)
          .slice(0, mostRows)
          .map((upload) => (
            <UploadRow
              key={upload.id}
              {...{ upload, stop, retry }}
              after={uploads.flatMap(({ id, assetId }) =>
                assetId && id > upload.id ? [assetId] : [],
              )}
            />
          ))}
      </Rows>
    </Tray>
  );
};
