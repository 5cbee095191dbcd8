import { apiToken, send } from '../../tests/app/client';
import { newHome, removeHome, startApp, type App } from '../../tests/app/start-app';
import { startVendors } from '../../tests/vendors/vendor-server';

/** How long the vendor takes. Units: ms. */
export interface Latencies {
  stillMs: number;
  clipMs: number;
}
const lookEveryMs = 100;

/** How long a paid video took, and how long it must take: its plan, one still, one clip and its assembly. Units: s. */
export interface PaidVideoTimes {
  beats: number;
  totalSeconds: number;
  leastSeconds: number;
}

const watch = async (
  app: App,
  token: string,
  id: string,
  { stillMs, clipMs }: Latencies,
): Promise<PaidVideoTimes> => {
  const begun = Date.now();
  const since = new Map<string, number>();
  for (;;) {
    const path = `/api/video-generations/${id}?populate=beats`;
    const { status, error, beats } = (await send(app, 'GET', path, { token })).body.data;
    if (status === 'failed') throw new Error(`the video failed: ${JSON.stringify(error)}`);
    if (!since.has(status)) since.set(status, Date.now());
    if (status === 'in_review') {
      const at = (stage: string) => since.get(stage) ?? begun;
      const planMs = at('storyboarding') - begun;
      const assemblyMs = at('in_review') - at('assembling');
      return {
        beats: beats.length,
        totalSeconds: (Date.now() - begun) / 1000,
        leastSeconds: (planMs + stillMs + clipMs + assemblyMs) / 1000,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
};

/** Makes a 30 s video in the running application, at a vendor that takes its time. */
export const timePaidVideo = async (latencies: Latencies): Promise<PaidVideoTimes> => {
  const { stillMs, clipMs } = latencies;
  const vendors = await startVendors({
    ...{ imageMs: stillMs, videoMs: clipMs, audioMs: stillMs },
    films: true,
  });
  const home = await newHome();
  try {
    const app = await startApp({
      home,
      env: {
        REPLICATE_API_TOKEN: vendors.replicateToken,
        REPLICATE_BASE_URL: vendors.replicateUrl,
      },
    });
    const token = await apiToken(app);
    const data = { prompt: 'Tea at dawn', durationSeconds: 30, qualityTier: 'standard' };
    const { status, body } = await send(app, 'POST', '/api/video-generations', {
      token,
      json: { data },
    });
    if (status !== 201)
      throw new Error(`the video was not taken (${status}): ${JSON.stringify(body.error)}`);
    const times = await watch(app, token, body.data.documentId, latencies);
    await app.stop();
    return times;
  } finally {
    await vendors.close();
    await removeHome(home);
  }
};
