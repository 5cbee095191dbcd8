import {
  Box,
  EmptyStateLayout,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useListVideosQuery } from '../../api/videos';
import { CardGrid } from '../../components/card-grid';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { useUrlState } from '../../hooks/use-url-state';
import { BASE_PATH } from '../../plugin-id';
import { videoStatuses } from '../../../../shared/contracts/videos';
import { VideoCard } from './video-card';

const defaultPageSize = 20;

const NewVideoButton = () => {
  const t = useText();
  return (
    <LinkButton tag={Link} to={`${BASE_PATH}/videos/new`} startIcon={<Plus />}>
      {t('videos.new')}
    </LinkButton>
  );
};

const VideoList = () => {
  const t = useText();
  const errorText = useErrorText();
  const mayCreate = usePermission()('createVideos');
  const [params] = useUrlState();
  const status = videoStatuses.find((value) => value === params.get('state'));
  const page = Number(params.get('page')) || 1;
  const pageSize = Number(params.get('pageSize')) || defaultPageSize;
  const { data, error } = useListVideosQuery({ page, pageSize, status });
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  const { pagination } = data.meta;
  if (pagination.total === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={t(status ? 'videos.empty.filtered' : 'videos.empty')}
        action={!status && mayCreate ? <NewVideoButton /> : undefined}
      />
    );
  }
  return (
    <>
      <CardGrid $min="28rem">
        {data.data.map((video) => (
          <VideoCard key={video.documentId} video={video} />
        ))}
      </CardGrid>
      <Pagination.Root {...pagination} defaultPageSize={defaultPageSize}>
        <Pagination.PageSize options={['20', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
    </>
  );
};

/** Every video with its live state, and the way to a new one. */
export const VideosPage = () => {
  const t = useText();
  const mayCreate = usePermission()('createVideos');
  const [params, change] = useUrlState();
  return (
    <Page.Main>
      <Page.Title>{t('videos.title')}</Page.Title>
      <Layouts.Header
        title={t('videos.title')}
        subtitle={t('videos.subtitle')}
        primaryAction={mayCreate ? <NewVideoButton /> : undefined}
      />
      <Layouts.Content>
        <Box paddingBottom={6} width="24rem">
          <SingleSelect
            size="S"
            aria-label={t('videos.filter.state')}
            placeholder={t('videos.filter.state')}
            value={params.get('state')}
            onChange={(value) => change({ state: String(value), page: null })}
            onClear={() => change({ state: null, page: null })}
          >
            {videoStatuses.map((status) => (
              <SingleSelectOption key={status} value={status}>
                {t(`video.status.${status}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        <VideoList />
      </Layouts.Content>
    </Page.Main>
  );
};
