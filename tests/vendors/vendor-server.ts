import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { findMediaTools } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import { createDelivery } from './delivery';
import { createGoogleVendor } from './google';
import type { Misbehaviour } from './misbehaviour';
import { createReplicateVendor } from './replicate';
import { createVendorState, type VendorReport, type VendorSettings } from './vendor-state';

/** A running test vendor. */
export interface Vendors {
  url: string;
  replicateUrl: string;
  googleUrl: string;
  replicateToken: string;
  googleKey: string;
  webhookSecret: string;
  /** In the same process only: everything the server knows. */
  state: ReturnType<typeof createVendorState>;
  report(): VendorReport;
  misbehave(...faults: Misbehaviour[]): void;
  reset(): void;
  close(): Promise<void>;
}

const standIn = (state: ReturnType<typeof createVendorState>) => ({
  'POST /misbehave': (body: Misbehaviour[]) => state.misbehaviours.add(...body),
  'POST /settings': (body: Partial<VendorSettings>) => void Object.assign(state.settings, body),
  'POST /reset': () => state.reset(),
  'GET /report': () => state.report(),
});

/**
 * One server that is Replicate (below `/replicate/v1`), Google (below `/google/v1beta`) and the host of their results
 * (below `/delivery`); tests command it in the process or over HTTP below `/_control`.
 *
 * It charges for what it accepts, deletes results when their time is up, signs webhooks, refuses what the real ones
 * refuse, and misbehaves when told to.
 */
export const startVendors = async (
  options: Partial<VendorSettings> & { port?: number } = {},
): Promise<Vendors> => {
  const { port = 0, ...settings } = options;
  // The system's, else the one that is installed with the project, as the application finds its own.
  const tools = settings.films && !settings.ffmpeg ? await findMediaTools() : undefined;
  const state = createVendorState({ ...(tools && { ffmpeg: tools.ffmpeg }), ...settings });
  // Known from the moment it listens, and still when a late report is sent after it was closed.
  let address = '';
  const url = () => address;
  const replicate = createReplicateVendor(state, url);
  const google = createGoogleVendor(state, url);
  const delivery = createDelivery(state);
  const control: Record<string, (body: never) => unknown> = standIn(state);

  const server = createServer((request, response) => {
    const answer = async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', address);
      const raw = await buffer(request);
      const received = { request, response, query: searchParams, raw };
      const below = (prefix: string) => ({ ...received, path: pathname.slice(prefix.length) });
      const download = /^\/(?:delivery|google\/v1beta\/files)\/([0-9a-f]+)/.exec(pathname)?.[1];
      if (download) {
        const vendor = pathname.startsWith('/google') ? 'google' : 'replicate';
        const { headers } = request;
        state.seen.push({ vendor, act: 'download', path: pathname, at: Date.now(), headers });
        return delivery(response, download);
      }
      if (pathname.startsWith('/replicate/v1')) return replicate(below('/replicate/v1'));
      if (pathname.startsWith('/google/v1beta')) return google(below('/google/v1beta'));
      const command = control[`${request.method} ${pathname.replace(/^\/_control/, '')}`];
      if (!command) return void response.writeHead(404).end();
      const body = raw.length > 0 ? (JSON.parse(raw.toString()) as never) : (undefined as never);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(command(body) ?? {}));
    };
    answer().catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { replicateToken, googleKey, webhookSecret } = state.settings;
  return {
    url: url(),
    replicateUrl: `${url()}/replicate/v1`,
    googleUrl: `${url()}/google`,
    replicateToken,
    googleKey,
    webhookSecret,
    state,
    report: () => state.report(),
    misbehave: (...faults) => state.misbehaviours.add(...faults),
    reset: () => state.reset(),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
