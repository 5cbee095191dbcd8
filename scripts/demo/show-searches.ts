import type { Core } from '@strapi/strapi';

interface Searching {
  search(
    q: string,
    limit?: number,
  ): Promise<{
    data: { asset: { name: string }; score: number; reasons: string[] }[];
    meta: { notice?: string };
  }>;
}

const questions = ['red running shoe', 'rooftop at dusk', 'logo for a dark background', 'sneaker'];

/** Asks the library a few things and prints the best answers with their reasons. */
export const showSearches = async (strapi: Core.Strapi): Promise<void> => {
  const library = strapi.plugin('reference-assets').service('library') as Searching;
  let notice: string | undefined;
  for (const question of questions) {
    const { data, meta } = await library.search(question, 2);
    notice = meta.notice;
    console.log(`search "${question}"`);
    for (const { asset, score, reasons } of data) {
      console.log(`  ${score.toFixed(2)}  ${asset.name}  (${reasons.slice(0, 2).join('; ')})`);
    }
    if (data.length === 0) console.log('  nothing');
  }
  if (notice) console.log(notice);
  console.log('');
};
