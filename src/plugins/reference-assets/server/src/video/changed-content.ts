import type { VideoRow } from '../stores/video-rows';
import { inputHash } from './step';

type Given = Record<string, unknown>;

const plain = [
  'prompt',
  'aspectRatio',
  'resolution',
  'aspectMismatch',
  'logoStyle',
  'label',
  'qualityTier',
  'referenceAssetIds',
  'spec',
  'referenceMapping',
  'customReferenceMapping',
  'qualityReport',
  'inputHash',
  'disclosure',
] as const;

/** Strapi's ways to write a media field: an id, an object with one, or nothing. */
const mediaId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : (value ?? null);

/** Whether a relation's value says that something is to change; a form that was only saved connects nothing. */
const connects = (value: unknown): boolean => {
  if (value === undefined) return false;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return Object.values(value).some((list) => !Array.isArray(list) || list.length > 0);
};

/** Names of the fields that an edit through Strapi's own editor changes in what a video is. */
export const changedContent = (
  row: VideoRow & Partial<Record<'referenceMapping', unknown>>,
  data: Given,
): string[] => {
  const differs = (name: (typeof plain)[number]) =>
    data[name] !== undefined && inputHash(data[name] ?? null) !== inputHash(row[name] ?? null);
  const changed: string[] = plain.filter(differs);
  if (
    data.durationSeconds !== undefined &&
    Number(data.durationSeconds) !== Number(row.durationSeconds)
  )
    changed.push('durationSeconds');
  for (const name of ['video', 'poster', 'captions'] as const)
    if (data[name] !== undefined && mediaId(data[name]) !== (row[name]?.id ?? null))
      changed.push(name);
  if (connects(data.referenceAssets)) changed.push('referenceAssets');
  return changed;
};
