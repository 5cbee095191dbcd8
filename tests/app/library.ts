import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { formWith, send, until } from './client';
import { draw, type Drawing } from './drawings';
import type { App } from './start-app';

type Server = Pick<App, 'url'>;

/** What a test says of a picture it brings in. */
export interface Brought extends Drawing {
  name: string;
  data?: object;
}

/** Waits until the analysis of an asset has ended, well or not. */
export const analysed = (app: Server, token: string, documentId: string): Promise<Asset> =>
  until(
    async () =>
      (await send(app, 'GET', `/api/reference-assets/${documentId}`, { token })).body.data as Asset,
    ({ analysis }) => analysis.status !== 'pending' && analysis.status !== 'running',
  );

/** Draws a picture, brings it in as REST does and waits until it is analysed. */
export const bring = async (
  app: Server,
  token: string,
  { name, data, ...drawing }: Brought,
): Promise<Asset> => {
  const form = formWith(
    'files',
    [{ name: `${name}.png`, bytes: await draw(drawing), type: 'image/png' }],
    { name, ...data },
  );
  const { status, body } = await send(app, 'POST', '/api/reference-assets', { token, form });
  if (status !== 201) throw new Error(`bringing "${name}" in: ${status} ${JSON.stringify(body)}`);
  const asset = await analysed(app, token, body.data[0].documentId);
  if (asset.analysis.status !== 'done') throw new Error(JSON.stringify(asset.analysis));
  return asset;
};
