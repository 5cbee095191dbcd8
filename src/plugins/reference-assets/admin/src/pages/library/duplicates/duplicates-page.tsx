import { Button, EmptyStateLayout, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useListDuplicateGroupsQuery, type GroupedClass } from '../../../api/duplicate-review';
import { Notice } from '../../../components/notice';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { useUrlState } from '../../../hooks/use-url-state';
import { BASE_PATH } from '../../../plugin-id';
import { groupedClasses } from '../../../../../shared/contracts/duplicates';
import { GroupCard } from './group-card';
import { MergeList } from './merge-list';

const classIn = (text: string | null): GroupedClass | undefined =>
  groupedClasses.find((one) => one === text);

const ClassChips = ({
  chosen,
  countOf,
  onChoose,
}: {
  chosen: GroupedClass | undefined;
  countOf: (one: GroupedClass) => number;
  onChoose: (one: GroupedClass | null) => void;
}) => {
  const t = useText();
  return (
    <Flex role="group" aria-label={t('duplicates.kind')} gap={1} wrap="wrap" paddingBottom={4}>
      <Button
        size="S"
        variant={chosen ? 'ghost' : 'secondary'}
        aria-pressed={!chosen}
        onClick={() => onChoose(null)}
      >
        {t('duplicates.mergeable')}
      </Button>
      {groupedClasses.map((one) => (
        <Button
          key={one}
          size="S"
          variant={chosen === one ? 'secondary' : 'ghost'}
          aria-pressed={chosen === one}
          onClick={() => onChoose(one)}
        >
          {`${t(`duplicates.class.${one}`)} (${countOf(one)})`}
        </Button>
      ))}
    </Flex>
  );
};

/** Assets that show the same, a group at a time, and the merges that can be undone. */
export const DuplicatesPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const [params, change] = useUrlState();
  const chosen = classIn(params.get('class'));
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error } = useListDuplicateGroupsQuery({ page, class: chosen });
  const summary = data?.meta.summary;
  const countOf = (one: GroupedClass) =>
    summary?.pairs.find((pair) => pair.class === one)?.count ?? 0;
  const { pageCount = 1 } = data?.meta.pagination ?? {};
  return (
    <Page.Main>
      <Page.Title>{t('duplicates.title')}</Page.Title>
      <Layouts.Header
        title={t('duplicates.title')}
        subtitle={t('duplicates.subtitle')}
        navigationAction={
          <Link tag={NavLink} startIcon={<ArrowLeft />} to={`${BASE_PATH}/library`}>
            {t('library.title')}
          </Link>
        }
      />
      <Layouts.Content>
        <ClassChips
          chosen={chosen}
          countOf={countOf}
          onChoose={(one) => change({ class: one, page: null })}
        />
        <Flex direction="column" alignItems="stretch" gap={6}>
          {summary && summary.waiting > 0 ? (
            <Notice>{t('duplicates.waiting', { count: summary.waiting })}</Notice>
          ) : null}
          {chosen === 'variant' ? <Notice>{t('duplicates.variants')}</Notice> : null}
          {error && !data ? <Notice tone="danger">{errorText(error)}</Notice> : null}
          {!data && !error ? <Waiting /> : null}
          {data?.data.length === 0 ? <EmptyStateLayout content={t('duplicates.none')} /> : null}
          {data?.data.map((group) => (
            <GroupCard
              key={group.members.map(({ asset }) => asset.documentId).join()}
              group={group}
            />
          ))}
          {pageCount > 1 ? (
            <Flex gap={3} justifyContent="center">
              <Button
                variant="tertiary"
                disabled={page <= 1}
                onClick={() => change({ page: String(page - 1) })}
              >
                {t('duplicates.before')}
              </Button>
              <Typography>{t('duplicates.page', { number: page, total: pageCount })}</Typography>
              <Button
                variant="tertiary"
                disabled={page >= pageCount}
                onClick={() => change({ page: String(page + 1) })}
              >
                {t('duplicates.after')}
              </Button>
            </Flex>
          ) : null}
          <MergeList />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
