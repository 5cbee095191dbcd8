import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useGetDashboardQuery } from '../../api/dashboard';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUrlState } from '../../hooks/use-url-state';
import { FiguresOf } from './figures';

const spans = [7, 30, 90, 365];

/** How it goes: spending, videos, judgement, failures, the queue and the storage. */
export const DashboardPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const [params, change] = useUrlState();
  const days = spans.find((one) => String(one) === params.get('days')) ?? 30;
  const { data, error } = useGetDashboardQuery(days);
  return (
    <Page.Main>
      <Page.Title>{t('dashboard.title')}</Page.Title>
      <Layouts.Header
        title={t('dashboard.title')}
        subtitle={t('dashboard.subtitle')}
        primaryAction={
          <SingleSelect
            size="S"
            aria-label={t('dashboard.span')}
            value={String(days)}
            onChange={(value) => change({ days: String(value) })}
          >
            {spans.map((span) => (
              <SingleSelectOption key={span} value={String(span)}>
                {t('dashboard.days', { count: span })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        }
      />
      <Layouts.Content>
        {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {!data && !error ? <Waiting /> : null}
        {data ? <FiguresOf figures={data} /> : null}
      </Layouts.Content>
    </Page.Main>
  );
};
