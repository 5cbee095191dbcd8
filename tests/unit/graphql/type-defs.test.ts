import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import ts from 'typescript';
import type { z } from 'zod';
import { analysisFilter } from '../../../src/plugins/reference-assets/shared/contracts/analysis';
import { assetEdit } from '../../../src/plugins/reference-assets/shared/contracts/assets';
import {
  commentRequest,
  decisionRequest,
  reviewRequest,
} from '../../../src/plugins/reference-assets/shared/contracts/reviews';
import { matchRequest } from '../../../src/plugins/reference-assets/shared/contracts/matching';
import { videoRequest } from '../../../src/plugins/reference-assets/shared/contracts/video-requests';
import { enumerationValues } from '../../../src/plugins/reference-assets/server/src/graphql/enumerations';
import {
  typeDefs,
  typeNames,
} from '../../../src/plugins/reference-assets/server/src/graphql/type-defs';

/** What the GraphQL plugin itself brings to every schema. */
const ofThePlugin = `
  scalar JSON
  scalar DateTime
  scalar Long
  type Pagination { total: Int! page: Int! pageSize: Int! pageCount: Int! }
  type DeleteMutationResponse { documentId: ID! }
`;

/** The plugin merges the parts of the root types; plain SDL wants the later ones to be extensions. */
const extendRoots = (sdl: string): string => {
  const seen = new Set<string>();
  return sdl.replace(/^type (Query|Mutation) /gm, (line, root: string) => {
    if (seen.has(root)) return `extend ${line}`;
    seen.add(root);
    return line;
  });
};

const contracts = path.resolve(__dirname, '../../../src/plugins/reference-assets/shared/contracts');

/** Fields of the contracts' interfaces, and whether each may be missing or null. */
const interfaces = (file: string): Map<string, Map<string, boolean>> => {
  const text = readFileSync(path.join(contracts, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = new Map<string, Map<string, boolean>>();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const fields = statement.members
      .filter(ts.isPropertySignature)
      .map((field): [string, boolean] => {
        const mayBeNull =
          field.questionToken !== undefined || / null$/.test(field.type?.getText() ?? '');
        return [field.name.getText(), mayBeNull];
      });
    found.set(statement.name.text, new Map(fields));
  }
  return found;
};

const shownAs: Record<string, string> = {
  Asset: 'ReferenceAsset',
  MediaRef: 'ReferenceAssetFile',
  DominantColor: 'ReferenceAssetColor',
  LogoVote: 'ReferenceAssetLogoVote',
  LogoEvidence: 'ReferenceAssetLogoEvidence',
  Analysis: 'ReferenceAssetAnalysis',
  AnalysisEstimate: 'ReferenceAssetAnalysisEstimate',
  Hit: 'ReferenceAssetHit',
  SearchMeta: 'ReferenceAssetSearchMeta',
  Duplicate: 'ReferenceAssetDuplicate',
  DuplicateNotice: 'ReferenceAssetDuplicateNotice',
  DuplicateReport: 'ReferenceAssetDuplicateReport',
  DuplicateSummary: 'ReferenceAssetDuplicateSummary',
  DuplicateMember: 'ReferenceAssetDuplicateMember',
  DuplicateGroup: 'ReferenceAssetDuplicateGroup',
  Merge: 'ReferenceAssetMerge',
  ImportEstimate: 'ReferenceAssetImportEstimate',
  LibraryImport: 'ReferenceAssetLibraryImport',
  RightsStatus: 'ReferenceAssetRightsStatus',
  AssetUse: 'ReferenceAssetUse',
  AssetUsage: 'ReferenceAssetUsage',
  ScoreParts: 'ReferenceAssetScoreParts',
  MatchCandidateView: 'ReferenceAssetCandidate',
  Video: 'VideoGeneration',
  Beat: 'VideoBeat',
  Reference: 'VideoBeatReference',
  PriceLine: 'VideoPriceLine',
  Quote: 'VideoQuote',
  QualityCheck: 'VideoQualityCheck',
  QualityReport: 'VideoQualityReport',
  ReviewComment: 'VideoReviewComment',
  Mention: 'VideoReviewMention',
  VideoVersion: 'VideoGenerationVersion',
  BeatQuote: 'VideoBeatQuote',
  ActivityEntry: 'ReferenceAssetActivity',
};

const inputs: [string, z.ZodObject][] = [
  ['ReferenceAssetInput', assetEdit],
  ['ReferenceAssetAnalysisFilter', analysisFilter],
  ['ReferenceAssetBeatInput', matchRequest.shape.beat],
  ['VideoGenerationInput', videoRequest],
];

describe('the SDL', () => {
  let schema: GraphQLSchema;
  const contractInterfaces = new Map([
    ...interfaces('assets.ts'),
    ...interfaces('asset-search.ts'),
    ...interfaces('duplicates.ts'),
    ...interfaces('imports.ts'),
    ...interfaces('rights.ts'),
    ...interfaces('usage.ts'),
    ...interfaces('analysis.ts'),
    ...['videos.ts', 'beats.ts', 'matching.ts', 'prices.ts', 'quality.ts'].flatMap((file) => [
      ...interfaces(file),
    ]),
    ...interfaces('reviews.ts'),
  ]);
  beforeAll(() => {
    schema = buildSchema(extendRoots(ofThePlugin + typeDefs));
  });

  it('knows every interface of the contracts', () => {
    expect(Object.keys(shownAs).sort()).toEqual([...contractInterfaces.keys()].sort());
  });

  it.each(Object.entries(shownAs))('shows %s as the contract has it, in %s', (contract, name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type of the schema`);
    const fields = Object.values(type.getFields()).map((field): [string, boolean] => [
      field.name,
      !isNonNullType(field.type),
    ]);
    expect(new Map(fields)).toEqual(contractInterfaces.get(contract));
  });

  it.each(inputs)('takes in %s the fields of its contract', (name, contract) => {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`${name} is no input of the schema`);
    expect(Object.keys(type.getFields()).sort()).toEqual(Object.keys(contract.shape).sort());
  });

  it.each([
    ['reviewVideoGeneration', reviewRequest],
    ['approveVideoGeneration', decisionRequest],
    ['commentVideoGeneration', commentRequest],
  ])('takes in %s the arguments of its contract', (name, contract) => {
    const field = schema.getMutationType()?.getFields()[name];
    const given = field?.args.map((arg) => arg.name).sort();
    expect(given).toEqual(['documentId', ...Object.keys(contract.shape)].sort());
  });

  it('lists its own types, so that a collision with a host is found', () => {
    const own = Object.keys(schema.getTypeMap()).filter((name) =>
      /^(ReferenceAsset|Video)/.test(name),
    );
    expect([...typeNames].sort()).toEqual(own.sort());
  });

  it('keeps the words of the vocabulary behind names that GraphQL allows', () => {
    expect(enumerationValues.VideoAspectRatio).toEqual({
      _16_9: '16:9',
      _9_16: '9:16',
      _1_1: '1:1',
      _4_5: '4:5',
    });
    expect(enumerationValues.ReferenceAssetLogoPosition).toMatchObject({ top_left: 'top-left' });
    expect(enumerationValues.VideoShotType).toMatchObject({ close_up: 'close_up' });
  });
});
