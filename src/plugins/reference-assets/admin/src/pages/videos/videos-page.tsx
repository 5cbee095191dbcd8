import {
  Button,
  EmptyStateLayout,
  Flex,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
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
import { videoStatuses } from '../../../../shared/contracts/video-states';
import { qualityTiers } from '../../../../shared/contracts/vocabulary';
import { useVideoFilter } from './use-video-filter';
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
  const { filter, isFiltered } = useVideoFilter();
  const page = Number(params.get('page')) || 1;
  const pageSize = Number(params.get('pageSize')) || defaultPageSize;
  const { data, error } = useListVideosQuery({ ...filter, page, pageSize });
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  const { pagination } = data.meta;
  if (pagination.total === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={t(isFiltered ? 'videos.empty.filtered' : 'videos.empty')}
        action={!isFiltered && mayCreate ? <NewVideoButton /> : undefined}
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

const Filters = () => {
  const t = useText();
  const [params, change] = useUrlState();
  const { active, isFiltered, take, clearAll } = useVideoFilter();
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={6}>
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
      <SingleSelect
        size="S"
        aria-label={t('tier.label')}
        placeholder={t('tier.label')}
        value={params.get('tier')}
        onChange={(value) => change({ tier: String(value), page: null })}
        onClear={() => change({ tier: null, page: null })}
      >
        {qualityTiers.map((tier) => (
          <SingleSelectOption key={tier} value={tier}>
            {t(`tier.${tier}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {active.map((one) => (
        <Button
          key={one.name}
          size="S"
          variant="secondary"
          endIcon={<Cross />}
          aria-label={t('videos.filter.remove', { name: one.label })}
          onClick={() => take(one)}
        >
          {one.label}
        </Button>
      ))}
      {isFiltered ? (
        <Button size="S" variant="ghost" onClick={clearAll}>
          {t('action.clear')}
        </Button>
      ) : null}
    </Flex>
  );
};

/** Every video with its live state, and the way to a new one. */
export const VideosPage = () => {
  const t = useText();
  const mayCreate = usePermission()('createVideos');
  return (
    <Page.Main>
      <Page.Title>{t('videos.title')}</Page.Title>
      <Layouts.Header
        title={t('videos.title')}
        subtitle={t('videos.subtitle')}
        primaryAction={mayCreate ? <NewVideoButton /> : undefined}
      />
      <Layouts.Content>
        <Filters />
        <VideoList />
      </Layouts.Content>
    </Page.Main>
  );
};
