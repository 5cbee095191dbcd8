import { useMemo } from 'react';
import { useAccountName } from '../../hooks/use-account-name';
import { useText, useWord, type TextId } from '../../hooks/use-text';
import { useWhy } from '../../hooks/use-why';
import { useUnits } from '../../hooks/use-units';
import { useUrlState } from '../../hooks/use-url-state';
import { videoFilter, type VideoFilter } from '../../../../shared/contracts/video-filter';
import { videoStatuses, type VideoStatus } from '../../../../shared/contracts/video-states';

/** A condition that is on, in words; taking it off clears these names of the address. */
export interface ActiveFilter {
  name: string;
  label: string;
  clears: string[];
}

type Asked = VideoFilter & { status?: VideoStatus; published?: boolean };

const names = Object.keys(videoFilter.shape) as (keyof VideoFilter)[];
/** These are chosen in fields of their own and need no words. */
const hasField = new Set<string>(['tier']);
const switches = [
  'made',
  'decided',
  'openComments',
  'retaken',
  'onlyOneVersion',
  'overridden',
] as const;

/** What of the address the server understands; a value it would refuse is left out. */
const readFilter = (params: URLSearchParams): Asked => {
  const filter: Asked = {};
  for (const name of names) {
    const value = params.get(name);
    const parsed = value === null ? null : videoFilter.shape[name].safeParse(value);
    if (parsed?.success) Object.assign(filter, { [name]: parsed.data });
  }
  const status = videoStatuses.find((one) => one === params.get('state'));
  return {
    ...filter,
    ...(status && { status }),
    ...(params.get('published') === 'true' && { published: true }),
  };
};

/** Which videos are asked for, by the address, and each condition in words. */
export const useVideoFilter = () => {
  const t = useText();
  const word = useWord();
  const why = useWhy();
  const nameOf = useAccountName();
  const { day, percent } = useUnits();
  const [params, change] = useUrlState();
  const filter = useMemo(() => readFilter(params), [params]);

  const spanOf = ({ spentFrom, spentUntil }: Asked): ActiveFilter[] => {
    if (!spentFrom && !spentUntil) return [];
    const label =
      spentFrom && spentFrom === spentUntil
        ? t('videos.filter.spentOn', { at: day(spentFrom) })
        : t('videos.filter.spentSince', { at: day(spentFrom ?? spentUntil ?? '') });
    return [{ name: 'spent', label, clears: ['spentFrom', 'spentUntil'] }];
  };
  const { days, orderedOn, sure, model, published, tier } = filter;
  /** The name of a person or a campaign comes with the link, as the address holds only its id. */
  const called = params.get('called') ?? '';
  const one = (name: string, value: unknown, label: string): ActiveFilter[] =>
    value === undefined || hasField.has(name) ? [] : [{ name, label, clears: [name] }];
  const whose = (name: 'person' | 'campaign'): ActiveFilter[] => {
    const label = filter[name] === 'none' ? t(`dashboard.spend.none.${name}`) : called;
    return one(name, filter[name], label || t(`dashboard.spend.by.${name}`));
  };
  const accountOf = ({ account }: Asked): ActiveFilter[] =>
    one('account', account, t('videos.filter.account', { name: nameOf(account ?? '') }));
  const failureOf = ({ failure, failureDays }: Asked): ActiveFilter[] => {
    if (!failure) return [];
    const [provider, code] = failure.split(':');
    const span = failureDays ? ` · ${t('dashboard.days', { count: failureDays })}` : '';
    const label = `${provider}: ${why(code)}${span}`;
    return [{ name: 'failure', label, clears: ['failure', 'failureDays'] }];
  };
  const active: ActiveFilter[] = [
    ...one('days', days, t('dashboard.days', { count: days ?? 0 })),
    ...one('orderedOn', orderedOn, t('videos.filter.orderedOn', { at: day(orderedOn ?? '') })),
    ...switches.flatMap((name) =>
      one(name, filter[name], t(`videos.filter.${name}.${String(filter[name])}` as TextId)),
    ),
    ...one('published', published, t('video.published')),
    ...one(
      'sure',
      sure,
      t('dashboard.matching.band', { from: percent(sure ?? 0), to: percent((sure ?? 0) + 0.2) }),
    ),
    ...spanOf(filter),
    ...one('model', model, model ?? ''),
    ...whose('person'),
    ...whose('campaign'),
    ...accountOf(filter),
    ...failureOf(filter),
  ];
  const clearAll = () =>
    change(
      Object.fromEntries(
        [...names, 'state', 'published', 'called', 'page'].map((name) => [name, null]),
      ),
    );
  return {
    filter,
    active,
    isFiltered: active.length > 0 || filter.status !== undefined || tier !== undefined,
    tierLabel: tier ? word('tier', tier) : null,
    take: (off: ActiveFilter) =>
      change(Object.fromEntries([...off.clears, 'page'].map((name) => [name, null]))),
    clearAll,
  };
};
