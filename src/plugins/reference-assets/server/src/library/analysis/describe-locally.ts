import { analysisVersion } from '../../constants';
import type { MeasuredPicture } from '../../media/media-worker';
import type { FileRow } from '../../stores/media-files';
import { origin, type Describer, type Description } from './description';

/** Who speaks where nothing but measuring is configured. */
export const localIdentity = {
  provider: 'local',
  model: 'measured',
  effort: null,
  promptVersion: analysisVersion,
};

/** What was measured of a picture and what its file says, in words. `caption`: what a person gave the file. */
export const describeLocally = (
  picture: MeasuredPicture,
  { file, caption }: { file: Pick<FileRow, 'alternativeText'>; caption: string | null },
): Description => {
  const { confidence } = picture.assetType;
  const by: Describer = { ...localIdentity, confidence, costUsd: 0 };
  const measured = origin('measured', by);
  const said = origin('file');
  const altText = file.alternativeText || null;
  return {
    by,
    columns: {
      name: picture.name,
      description: caption ?? picture.description,
      altText,
      assetType: picture.assetType.type,
      primaryObject: picture.primaryObject,
      styleTags: picture.styleTags,
      recommendedShotTypes: picture.recommendedShotTypes,
      usageContexts: picture.usageContexts,
      hasText: null,
      visibleText: null,
      isLogo: picture.logo.isLogo,
    },
    origins: {
      name: said,
      description: caption ? said : measured,
      altText: said,
      assetType: measured,
      primaryObject: said,
      styleTags: measured,
      recommendedShotTypes: measured,
      usageContexts: measured,
      hasText: measured,
      visibleText: measured,
      isLogo: measured,
    },
    logo: picture.logo,
  };
};
