import { studioApi } from './studio-api';

/** A field of one of the host's content types that holds assets of the library. */
export interface AssetRelation {
  uid: string;
  /** The content type as people know it. */
  typeName: string;
  field: string;
  /** Field by which people know an entry. */
  title: string;
}
/** An entry of the host, with the text people know it by. */
export interface Entry {
  documentId: string;
  title: string;
}

interface ContentType {
  uid: string;
  kind: string;
  isDisplayed: boolean;
  info: { displayName: string };
  attributes: Record<string, { type: string; target?: string; relation?: string }>;
}
type EntryRow = Record<string, unknown> & { documentId: string };
interface RelationPage {
  results: { documentId: string }[];
  pagination: { pageCount: number };
}

const assetUid = 'plugin::reference-assets.reference-asset';
const holdsMany = (relation = ''): boolean => /ToMany$|Many$/i.test(relation);
/** Most pages of a relation that are read to learn what it holds; 100 assets each. */
const mostPages = 20;

const relationsOf = ({ uid, kind, isDisplayed, info, attributes }: ContentType): AssetRelation[] =>
  kind === 'collectionType' && isDisplayed && uid.startsWith('api::')
    ? Object.entries(attributes)
        .filter(([, one]) => one.target === assetUid && holdsMany(one.relation))
        .map(([field]) => ({
          ...{ uid, typeName: info.displayName, field },
          title: Object.keys(attributes).find((name) => attributes[name].type === 'string') ?? 'id',
        }))
    : [];

interface Collected {
  relation: AssetRelation;
  documentId: string;
  assetIds: string[];
}

/** Strapi's own content manager, with its own permissions: entries that gather assets. */
const entriesApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listAssetRelations: build.query<AssetRelation[], void>({
      query: () => '/content-manager/content-types',
      transformResponse: ({ data }: { data: ContentType[] }) => data.flatMap(relationsOf),
    }),
    findEntries: build.query<Entry[], { relation: AssetRelation; q: string }>({
      query: ({ relation: { uid }, q }) =>
        `/content-manager/collection-types/${uid}?${new URLSearchParams({ page: '1', pageSize: '8', sort: 'updatedAt:DESC', ...(q && { _q: q }) }).toString()}`,
      transformResponse: ({ results }: { results: EntryRow[] }, _meta, { relation }) =>
        results.map((row) => ({
          documentId: row.documentId,
          title: String(row[relation.title] ?? row.documentId),
        })),
      keepUnusedDataFor: 5,
    }),
    /** Adds assets to an entry and answers with those that were not in it before. */
    collectAssets: build.mutation<string[], Collected>({
      async queryFn({ relation: { uid, field }, documentId, assetIds }, _api, _extra, ask) {
        const held = new Set<string>();
        for (let page = 1, last = 1; page <= last && page <= mostPages; page += 1) {
          const answer = await ask(
            `/content-manager/relations/${uid}/${documentId}/${field}?page=${page}&pageSize=100`,
          );
          if (answer.error) return { error: answer.error };
          const { results, pagination } = answer.data as RelationPage;
          results.forEach((one) => held.add(one.documentId));
          last = pagination.pageCount;
        }
        const added = assetIds.filter((id) => !held.has(id));
        if (added.length === 0) return { data: [] };
        const answer = await ask({
          url: `/content-manager/collection-types/${uid}/${documentId}`,
          method: 'PUT',
          data: { [field]: { connect: added.map((id) => ({ documentId: id })), disconnect: [] } },
        });
        return answer.error ? { error: answer.error } : { data: added };
      },
    }),
    releaseAssets: build.mutation<unknown, Collected>({
      query: ({ relation: { uid, field }, documentId, assetIds }) => ({
        url: `/content-manager/collection-types/${uid}/${documentId}`,
        method: 'PUT',
        data: { [field]: { connect: [], disconnect: assetIds.map((id) => ({ documentId: id })) } },
      }),
    }),
  }),
});

export const {
  useListAssetRelationsQuery,
  useFindEntriesQuery,
  useCollectAssetsMutation,
  useReleaseAssetsMutation,
} = entriesApi;
