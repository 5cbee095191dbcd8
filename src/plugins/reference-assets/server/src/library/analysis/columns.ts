import { editableFields, type Analysis, type Origin } from '../../../../shared/contracts/assets';
import { analysisVersion } from '../../constants';
import { decideLogo } from '../../media/analysis/decide-logo';
import type { MeasuredPicture } from '../../media/media-worker';
import type { Analysed, AssetRow } from '../../stores/asset-rows';
import { origin, type Description } from './description';

type Columns = Partial<Record<keyof AssetRow, unknown>>;

const measuredOrigin = (): Origin => ({
  ...origin('measured'),
  provider: 'local',
  model: 'measured',
  version: analysisVersion,
});

const measuredFields = [
  'colors',
  'dominantColors',
  'hasTransparency',
  'width',
  'height',
  'sizeBytes',
  'contentHash',
  'perceptualHash',
] as const;

/** Leaves out what a person set: their word stands. */
export const withoutHuman = (columns: Columns, row: AssetRow): Columns => {
  const theirs = new Set(row.humanFields ?? []);
  const editable = new Set<string>(editableFields);
  return Object.fromEntries(
    Object.entries(columns).filter(([key]) => !(editable.has(key) && theirs.has(key))),
  );
};

const isSettledByPerson = (row: AssetRow): boolean => row.humanFields?.includes('isLogo') ?? false;

/** What the pixels say, whoever puts them into words; what a model said of the same bytes stays. */
export const measuredColumns = (row: AssetRow, picture: MeasuredPicture): Columns => {
  const isSame = row.contentHash === picture.contentHash;
  const heard = isSame
    ? (row.logoEvidence?.evidence ?? []).filter(({ source }) => source === 'vision')
    : [];
  const logo = decideLogo([...picture.logo.evidence, ...heard]);
  const origins = Object.fromEntries(measuredFields.map((field) => [field, measuredOrigin()]));
  const analysed: Analysed = {
    values: { ...row.analysed?.values, colors: picture.colors },
    origins: { ...row.analysed?.origins, ...origins },
  };
  return {
    ...withoutHuman({ colors: picture.colors }, row),
    dominantColors: picture.dominantColors,
    width: picture.width,
    height: picture.height,
    sizeBytes: picture.sizeBytes,
    hasTransparency: picture.hasTransparency,
    contentHash: picture.contentHash,
    perceptualHash: picture.perceptualHash,
    logoEvidence: heard.length > 0 ? logo : picture.logo,
    logoNeedsLook: logo.needsLook && !isSettledByPerson(row),
    analysed,
  };
};

/** What was said in words, and that the analysis is done. `row` as it stands, held. */
export const describedColumns = (row: AssetRow, description: Description): Columns => {
  const { by, columns, origins, logo } = description;
  const analysis: Omit<Analysis, 'status'> = {
    ...by,
    measuredVersion: analysisVersion,
    error: null,
    at: new Date().toISOString(),
  };
  return {
    ...withoutHuman({ ...columns }, row),
    logoEvidence: logo,
    logoNeedsLook: logo.needsLook && !isSettledByPerson(row),
    analysed: {
      values: { ...row.analysed?.values, ...columns },
      origins: { ...row.analysed?.origins, ...origins },
    } satisfies Analysed,
    analysis,
    analysisStatus: 'done',
  };
};
