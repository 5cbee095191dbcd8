import { useState } from 'react';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { mediaUrl } from '../../api/backend';
import { route } from '../../api/studio-api';
import { Section } from '../../components/section';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { Video } from '../../../../shared/contracts/videos';

/** Hands a file to the browser as a download. */
const keepFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser reads it after the click; it has all it needs once it was asked.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** What an editor needs to go on by hand. A link cannot carry the panel's token, so the file is fetched. */
const PackageButton = ({ video }: { video: Video }) => {
  const t = useText();
  const errorText = useErrorText();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isLoading, setIsLoading] = useState(false);
  const fetchPackage = async () => {
    setIsLoading(true);
    try {
      const address = route(`/videos/${video.documentId}/package`);
      const { data } = await get<Blob>(address, { responseType: 'blob' });
      keepFile(data, `${video.spec?.title ?? t('video.title')}.zip`);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorText(error) });
    } finally {
      setIsLoading(false);
    }
  };
  return (
    <Button
      size="S"
      variant="secondary"
      startIcon={<Download />}
      loading={isLoading}
      onClick={fetchPackage}
    >
      {t('downloads.package')}
    </Button>
  );
};

/** The finished video and what belongs to it, to be taken along. */
export const DownloadsSection = ({ video }: { video: Video }) => {
  const t = useText();
  const files = (['video', 'captions', 'poster'] as const).flatMap((kind) => {
    const file = video[kind];
    return file ? [{ kind, file }] : [];
  });
  return (
    <Section look="boxed" title={t('downloads.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={2} wrap="wrap">
          {files.map(({ kind, file }) => (
            <LinkButton
              key={kind}
              size="S"
              variant="tertiary"
              startIcon={<Download />}
              href={mediaUrl(file)}
              download
            >
              {t(`downloads.${kind}`)}
            </LinkButton>
          ))}
          <PackageButton video={video} />
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {t('downloads.package.hint')}
        </Typography>
      </Flex>
    </Section>
  );
};
