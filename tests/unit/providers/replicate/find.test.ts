import path from 'node:path';
import sharp from 'sharp';
import { createReplicate } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { clipRequest, failureOf, openLimiter, pictureFolder } from '../generation-fixtures';

describe('a create whose reply never came is looked up', () => {
  let vendors: Vendors;
  let pictures: Awaited<ReturnType<typeof pictureFolder>>;
  const provider = () =>
    createReplicate({
      apiToken: vendors.replicateToken,
      baseUrl: vendors.replicateUrl,
      timeoutMs: 10_000,
      downloadTimeoutMs: 600,
      maxDownloadBytes: 3_000_000,
      limiter: openLimiter(),
    });
  const isKnown = async () => false;
  const since = () => new Date(Date.now() - 1000);
  const lose = () => vendors.misbehave({ on: 'create', fault: { kind: 'reset', accept: true } });

  beforeAll(async () => {
    vendors = await startVendors();
    pictures = await pictureFolder();
  });
  beforeEach(() => {
    vendors.reset();
    Object.assign(vendors.state.settings, { showsWebhooks: true, listsInputs: true });
  });
  afterAll(async () => {
    await vendors.close();
    await pictures.remove();
  });

  const hook = { webhookUrl: 'http://127.0.0.1:9/hook' };

  test.each([
    ['by the nonce in its webhook', {}],
    ['by words and picture where webhooks are not shown', { showsWebhooks: false }],
    ['one by one where the list says little', { showsWebhooks: false, listsInputs: false }],
  ])('%s', async (_, settings) => {
    Object.assign(vendors.state.settings, settings);
    const request = clipRequest(pictures.small);
    request.webhookUrl = `${hook.webhookUrl}/${request.nonce}`;
    await provider().submit(clipRequest(pictures.large));
    lose();
    expect(await failureOf(provider().submit(request))).toMatchObject({ outcomeUnknown: true });
    const [, lost] = vendors.report().jobs;
    expect(await provider().find({ request, since: since(), isKnown })).toEqual({
      jobId: lost!.id,
    });
  });

  test('by the hash of an uploaded picture', async () => {
    const request = clipRequest(pictures.large);
    await provider().submit(clipRequest(pictures.small));
    lose();
    await failureOf(provider().submit(request));
    const [, lost] = vendors.report().jobs;
    expect(await provider().find({ request, since: since(), isKnown })).toEqual({
      jobId: lost!.id,
    });
    expect(vendors.report().requests.file).toBeGreaterThan(0);
  });

  test.each([
    ['never arrived', { kind: 'reset' }],
    ['was refused', { kind: 'status', status: 500 }],
  ] as const)('one that %s is not there, so it may be sent again', async (_, fault) => {
    const request = clipRequest(pictures.small);
    vendors.misbehave({ on: 'create', fault });
    await failureOf(provider().submit(request));
    expect(await provider().find({ request, since: since(), isKnown })).toBeNull();
  });

  test('jobs of other attempts are not taken, though they look alike', async () => {
    const other = await provider().submit(clipRequest(pictures.small));
    const request = clipRequest(pictures.small);
    const found = await provider().find({
      request,
      since: since(),
      isKnown: async (id) => id === other.jobId,
    });
    expect(found).toBeNull();
  });

  test('another picture, other words, another model or an earlier hour are other jobs', async () => {
    await provider().submit(clipRequest(pictures.large));
    await provider().submit(clipRequest(pictures.small, { prompt: 'Something else.' }));
    await provider().submit(clipRequest(pictures.small, { durationSeconds: 10 }));
    const early = await provider().submit(clipRequest(pictures.small));
    vendors.state.jobs.get(early.jobId)!.createdAt -= 3_600_000;
    const request = clipRequest(pictures.small);
    expect(await provider().find({ request, since: since(), isKnown })).toBeNull();
  });

  test('a webhook of another attempt decides against a job that looks the same', async () => {
    await provider().submit(
      clipRequest(pictures.small, { webhookUrl: `${hook.webhookUrl}/another-nonce` }),
    );
    const request = clipRequest(pictures.small);
    expect(await provider().find({ request, since: since(), isKnown })).toBeNull();
  });

  test('it is found beyond the first page', async () => {
    const request = clipRequest(pictures.small);
    lose();
    await failureOf(provider().submit(request));
    const [lost] = vendors.report().jobs;
    for (let n = 0; n < 120; n += 1) {
      const job = vendors.state.jobs.get(lost!.id)!;
      vendors.state.jobs.set(`later${n}`, { ...job, id: `later${n}`, input: { prompt: `${n}` } });
    }
    expect(await provider().find({ request, since: since(), isKnown })).toEqual({
      jobId: lost!.id,
    });
    expect(vendors.report().requests.list).toBe(2);
  });

  test('what the vendor shows no more is taken when it is the only one, and refused when there are several', async () => {
    const request = clipRequest(pictures.small);
    const hide = (id: string) => (vendors.state.jobs.get(id)!.input = {});
    const first = await provider().submit(clipRequest(pictures.small));
    hide(first.jobId);
    expect(await provider().find({ request, since: since(), isKnown })).toEqual(first);
    const second = await provider().submit(clipRequest(pictures.small));
    hide(second.jobId);
    const failure = await failureOf(provider().find({ request, since: since(), isKnown }));
    expect(failure).toMatchObject({ code: 'bad-reply', retryable: false, outcomeUnknown: true });
  });

  const unsure = { code: 'bad-reply', retryable: false, outcomeUnknown: true };

  test('a list too long to be followed to the request says nothing, so nothing is sent again', async () => {
    const request = clipRequest(pictures.small);
    const { jobId } = await provider().submit(clipRequest(pictures.small, { prompt: 'Else.' }));
    const job = vendors.state.jobs.get(jobId)!;
    for (let n = 0; n < 3100; n += 1) vendors.state.jobs.set(`${n}`, { ...job, id: `${n}` });
    const failure = await failureOf(provider().find({ request, since: since(), isKnown }));
    expect(failure).toMatchObject(unsure);
  });

  test('a job that differs in its pictures alone may be ours, made anew by another version', async () => {
    const other = path.join(pictures.folder, 'other.png');
    await sharp(pictures.small).negate().png().toFile(other);
    await provider().submit(clipRequest(other));
    const request = clipRequest(pictures.small);
    const failure = await failureOf(provider().find({ request, since: since(), isKnown }));
    expect(failure).toMatchObject(unsure);
  });

  test('an uploaded picture bears the nonce of its attempt, whatever its bytes are by now', async () => {
    const sent = clipRequest(pictures.large);
    const lost = await provider().submit(sent);
    const request = { ...sent, firstFrame: pictures.small };
    expect(await provider().find({ request, since: since(), isKnown })).toEqual(lost);
  });

  test('inputs that the model fixes by now in another way are not what is compared', async () => {
    const sent = clipRequest(pictures.small);
    const lost = await provider().submit(sent);
    const request = { ...sent, model: { ...sent.model, fixed: { guidance: 7 } } };
    expect(await provider().find({ request, since: since(), isKnown })).toEqual(lost);
  });

  test('a list that cannot be had now is asked for later, not taken for empty', async () => {
    vendors.misbehave({ on: 'list', fault: { kind: 'status', status: 503 } });
    const request = clipRequest(pictures.small);
    const failure = await failureOf(provider().find({ request, since: since(), isKnown }));
    expect(failure).toMatchObject({ code: 'unavailable', retryable: true });
  });
});
