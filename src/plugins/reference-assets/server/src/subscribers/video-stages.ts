import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { Stores } from '../stores';
import type { Advance } from '../video/advance';
import type { PaidCalls } from '../video/paid/paid-calls';

interface LifecycleEvent {
  result?: unknown;
  params: { where?: { id?: number } };
}

const idOf = ({ result, params }: LifecycleEvent): number | undefined =>
  (result as { id?: number } | undefined)?.id ?? params.where?.id;

/**
 * The only trigger of the pipeline: a video row that changed, whoever changed it. After the commit its jobs are rung for.
 */
export const followVideoStages = (strapi: Core.Strapi, advance: Advance): void => {
  const complain = (error: unknown) =>
    strapi.log.error(
      `reference-assets: a video did not go on: ${error instanceof Error ? error.stack : String(error)}`,
    );

  const look = async (id: number): Promise<void> => {
    const row = (await strapi.db
      .query(uids.video)
      .findOne({ where: { id }, select: ['documentId', 'publishedAt'] })) as {
      documentId: string;
      publishedAt: string | null;
    } | null;
    if (row && row.publishedAt === null) await advance(row.documentId);
  };

  // Without a transaction under way `onCommit` fires at once; its callbacks are not awaited, so they must not reject.
  const afterCommit = async (event: LifecycleEvent): Promise<void> => {
    const id = idOf(event);
    if (id === undefined) return;
    await strapi.db.transaction(({ onCommit }) => {
      onCommit(() => {
        look(id).catch(complain);
      });
    });
  };
  strapi.db.lifecycles.subscribe({
    models: [uids.video],
    afterCreate: afterCommit,
    afterUpdate: afterCommit,
    afterUpdateMany: afterCommit,
  });
};

type Kept = Pick<
  Stores,
  'videos' | 'beats' | 'comments' | 'takes' | 'versions' | 'reviewLinks' | 'files'
>;

/** Takes everything of a deleted video with it; on every path that uses documents. */
export const followVideoDeletions = (
  strapi: Core.Strapi,
  stores: Kept,
  calls: Pick<PaidCalls, 'endFor' | 'free'>,
): void => {
  const { videos, beats, comments, takes, versions, reviewLinks, files } = stores;
  strapi.documents.use(async (context, next) => {
    if (context.uid !== uids.video) return next();
    const { documentId } = context.params as { documentId?: string };
    const result = await next();
    if (context.action === 'delete' && documentId && !(await videos.find(documentId))) {
      await calls.endFor(documentId);
      await calls.free(documentId);
      await beats.removeOf(documentId);
      await comments.removeOf(documentId);
      await takes.removeOf(documentId);
      await versions.removeOf(documentId);
      await reviewLinks.removeOf(documentId);
      await files.remove(await files.unlinkedGenerated(500));
    }
    return result;
  });
};
