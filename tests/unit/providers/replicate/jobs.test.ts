import { readFile } from 'node:fs/promises';
import { createReplicate } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { clipRequest, ended, openLimiter, pictureFolder, row } from '../generation-fixtures';

describe('a job at Replicate', () => {
  let vendors: Vendors;
  let pictures: Awaited<ReturnType<typeof pictureFolder>>;
  const provider = () =>
    createReplicate({
      apiToken: vendors.replicateToken,
      baseUrl: vendors.replicateUrl,
      timeoutMs: 10_000,
      downloadTimeoutMs: 10_000,
      maxDownloadBytes: 5_000_000,
      limiter: openLimiter(),
      pausesMs: [5, 5],
    });

  beforeAll(async () => {
    vendors = await startVendors();
    pictures = await pictureFolder();
  });
  beforeEach(() => vendors.reset());
  afterAll(async () => {
    await vendors.close();
    await pictures.remove();
  });

  test('from a still to a clip on disk, charged once', async () => {
    const replicate = provider();
    const { jobId } = await replicate.submit(clipRequest(pictures.small));
    const job = vendors.state.jobs.get(jobId)!;
    job.endsAt += 60_000;
    expect(await replicate.check(jobId)).toEqual({ state: 'running' });
    job.endsAt = Date.now();
    const state = await ended(replicate, jobId);
    expect(state).toMatchObject({ state: 'succeeded', outputs: [expect.any(String)], seconds: 12 });
    if (state.state !== 'succeeded') return;
    const file = await replicate.download(state.outputs[0]!, pictures.folder, 'video');
    expect(file).toMatchObject({ mime: 'video/mp4', ext: '.mp4' });
    expect((await readFile(file.path)).byteLength).toBe(file.sizeBytes);
    const { requests, chargedUsd } = vendors.report();
    expect(requests).toMatchObject({ create: 1, upload: 0, download: 1 });
    expect(chargedUsd).toBeCloseTo(0.35, 10);
  });

  test('what is sent: our fields in the vendor words, silence and the time limit in so many words', async () => {
    await provider().submit(
      clipRequest(pictures.small, {
        webhookUrl: 'http://127.0.0.1:9/hook/n1',
        negativePrompt: 'x',
      }),
    );
    const [create] = vendors.state.seen;
    expect(create).toMatchObject({
      path: '/models/kwaivgi/kling-v2.6/predictions',
      headers: { 'cancel-after': '15m' },
      body: {
        input: {
          prompt: 'The camera moves in slowly.',
          duration: 5,
          aspect_ratio: '16:9',
          generate_audio: false,
          start_image: expect.stringMatching(/^data:image\/png;base64,/),
        },
        webhook: 'http://127.0.0.1:9/hook/n1',
        webhook_events_filter: ['completed'],
      },
    });
    // Kling takes no negative prompt, so none is sent.
    expect(Object.keys(create!.body.input).sort()).toEqual([
      'aspect_ratio',
      'duration',
      'generate_audio',
      'prompt',
      'start_image',
    ]);
    expect(JSON.stringify(vendors.state.seen.map((one) => one.body))).not.toContain(
      vendors.replicateToken,
    );
  });

  test('a larger picture is uploaded first and named by its address', async () => {
    await provider().submit(clipRequest(pictures.large));
    const { requests } = vendors.report();
    expect(requests).toMatchObject({ upload: 1, create: 1 });
    const create = vendors.state.seen.find((one) => one.act === 'create');
    expect(create?.body.input.start_image).toMatch(/\/files\/[0-9a-f]+$/);
    const [file] = vendors.state.files.values();
    expect(file!.bytes.equals(await readFile(pictures.large))).toBe(true);
  });

  test('a pinned version is named in the body', async () => {
    const model = row('musicgen');
    await provider().submit({
      ...clipRequest(pictures.small, { model, durationSeconds: 15, seed: 7 }),
      firstFrame: undefined,
    });
    expect(vendors.state.seen[0]).toMatchObject({
      path: '/predictions',
      body: {
        version: model.vendorModel,
        input: { duration: 15, seed: 7, output_format: 'wav' },
      },
    });
  });

  test('every model of the registry is taken by a vendor that refuses unknown inputs', async () => {
    const { readModels } =
      await import('../../../../src/plugins/reference-assets/server/src/providers/models');
    const rows = [...readModels().models.values()].filter((one) => one.provider === 'replicate');
    for (const model of rows) {
      const { inputs, durations } = model;
      const { jobId } = await provider().submit({
        model,
        prompt: 'A shoe on a rock.',
        negativePrompt: 'text',
        firstFrame: inputs.firstFrame && pictures.small,
        lastFrame: inputs.lastFrame && pictures.small,
        controlImage: inputs.controlImage && pictures.small,
        references:
          inputs.references && !inputs.references.insteadOfFirstFrame
            ? [{ path: pictures.small, role: 'product' }]
            : [],
        durationSeconds: durations[0],
        aspectRatio: '16:9',
        seed: 3,
        nonce: `every-${model.name}`,
      });
      expect(jobId).toMatch(/^[0-9a-f]+$/);
    }
    expect(vendors.report().jobs).toHaveLength(rows.length);
  });

  test('canceled on its way: the vendor stops and says what it took', async () => {
    vendors.state.settings.videoMs = 10_000;
    const replicate = provider();
    const { jobId } = await replicate.submit(clipRequest(pictures.small));
    vendors.state.jobs.get(jobId)!.startsAt -= 5000;
    await replicate.cancel(jobId);
    expect(await replicate.check(jobId)).toMatchObject({
      state: 'canceled',
      seconds: expect.any(Number),
    });
    await expect(replicate.cancel(jobId)).resolves.toBeUndefined();
    vendors.state.settings.videoMs = 40;
  });

  test.each([
    ['a first frame that is missing', { model: row('hailuo'), firstFrame: undefined }],
    ['a last frame it does not take', { lastFrame: 'x.png' }],
    [
      'more references than it takes',
      { references: [{ path: 'x.png', role: 'product' as const }] },
    ],
  ])('%s never reaches the vendor', async (_, more) => {
    await expect(
      provider().submit(clipRequest(pictures.small, { durationSeconds: 6, ...more })),
    ).rejects.toMatchObject({ code: 'bad-request', retryable: false, outcomeUnknown: false });
    expect(vendors.state.seen).toHaveLength(0);
  });
});
