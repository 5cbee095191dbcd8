import type { FormEvent } from 'react';
import { Box, Button, Grid } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { useCreateVideoMutation } from '../../api/videos';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { BASE_PATH } from '../../plugin-id';
import { AssetsField } from './assets-field';
import { BriefField } from './brief-field';
import { FormatFields } from './format-fields';
import { canPay, PricePanel, useQuote } from './price-panel';
import { minPromptLength, useIdempotencyKey, useVideoDraft } from './video-draft';

const Beside = styled(Box)`
  position: sticky;
  top: ${({ theme }) => theme.spaces[6]};
  width: 100%;
`;

/** A new video: the brief, its form, its assets, and what it costs, before anything is made. */
export const NewVideoPage = () => {
  const t = useText();
  const report = useFeedback();
  const navigate = useNavigate();
  const { draft, set, request, clear } = useVideoDraft();
  const keyOf = useIdempotencyKey();
  const { quote, error, hasBrief } = useQuote(request);
  const [create, { isLoading }] = useCreateVideoMutation();
  const isReady = request.prompt.length >= minPromptLength && (!quote || canPay(quote));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const creation = create({ request, idempotencyKey: keyOf(request) });
    const video = await report(creation, t('videos.created'));
    if (!video) return;
    clear();
    navigate(`${BASE_PATH}/videos/${video.documentId}`);
  };
  return (
    <Page.Main>
      <Page.Title>{t('videos.new')}</Page.Title>
      <Layouts.Header
        title={t('videos.new')}
        subtitle={t('videos.new.subtitle')}
        navigationAction={<BackButton fallback={`${BASE_PATH}/videos`} />}
      />
      <Layouts.Content>
        <form onSubmit={submit}>
          <Grid.Root gap={6}>
            <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
              <Section look="boxed" title={t('brief.title')}>
                <BriefField prompt={draft.prompt} onChange={(prompt) => set({ prompt })} />
              </Section>
              <FormatFields draft={draft} set={set} request={request} />
              <AssetsField
                prompt={request.prompt}
                assets={draft.assets}
                onChange={(assets) => set({ assets })}
              />
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Beside>
                <PricePanel quote={quote} error={error} hasBrief={hasBrief} />
                <Box paddingTop={4}>
                  <Button
                    type="submit"
                    fullWidth
                    size="L"
                    startIcon={<Play />}
                    disabled={!isReady}
                    loading={isLoading}
                  >
                    {t('videos.create')}
                  </Button>
                </Box>
              </Beside>
            </Grid.Item>
          </Grid.Root>
        </form>
      </Layouts.Content>
    </Page.Main>
  );
};
