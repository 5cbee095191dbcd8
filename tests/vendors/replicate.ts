import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';
import { newJobId, secondsOf, statusOf, type VendorJob } from './jobs';
import { makeResult, pictureOf } from './make-result';
import { answerWith, isAccepted, type Act, type JobFault, type WireFault } from './misbehaviour';
import { replicateModels, type Input, type VendorModel } from './replicate-models';
import type { VendorState } from './vendor-state';
import { createWebhooks } from './webhooks';

/** A request with its body read. */
export interface Received {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
  raw: Buffer;
}

type Reply = { status: number; body: object };
const problem = (status: number, title: string, detail: string, more: object = {}): Reply => ({
  status,
  body: { title, detail, status, ...more },
});

const keyed = ['version', 'input', 'webhook', 'webhook_events_filter'];

const objectionTo = (model: VendorModel | undefined, body: any): Reply | undefined => {
  const odd = Object.keys(body ?? {}).filter((key) => !keyed.includes(key));
  if (odd.length > 0) return problem(422, 'Invalid request', `- ${odd[0]} is not allowed`);
  if (!model) return problem(404, 'Not found', 'The requested resource could not be found.');
  const input = (body?.input ?? {}) as Input;
  const unknown = Object.keys(input).find((key) => !model.takes.includes(key));
  const missing = model.needs.find((key) => input[key] === undefined);
  const wrong =
    (unknown && `- input.${unknown}: Additional property is not allowed`) ??
    (missing && `- input: ${missing} is required`) ??
    model.objection?.(input);
  return wrong ? problem(422, 'Input validation failed', wrong) : undefined;
};

/** Pictures of an input, whatever their fields are called. */
const picturesOf = (state: VendorState, input: Input): Buffer[] =>
  Object.values(input)
    .flat()
    .flatMap((value) => pictureOf(state, value) ?? []);

const megapixelsOf = async (picture: Buffer): Promise<number> => {
  const { width, height } = await sharp(picture).metadata();
  return (width * height) / 1_000_000;
};

/** Replicate's protocol, as far as it is used. `url`: where this server is found. */
export const createReplicateVendor = (state: VendorState, url: () => string) => {
  const { jobs, files, misbehaviours } = state;

  const outputOf = (job: VendorJob): unknown => {
    const { fault } = job;
    if (Date.now() > job.endsAt + state.settings.keepMs || fault?.kind === 'removed') return null;
    const address = fault?.kind === 'elsewhere' ? fault.output : `${url()}/delivery/${job.id}/out`;
    return job.list ? [address] : address;
  };

  const view = (job: VendorJob): object => {
    const now = Date.now();
    const status = statusOf(job, now);
    const isOld = now > job.endsAt + state.settings.keepMs;
    const seconds = secondsOf(job, now);
    const at = `${url()}/replicate/v1/predictions/${job.id}`;
    return {
      id: job.id,
      model: job.model,
      version: job.version ?? 'hidden',
      input: isOld ? {} : job.input,
      output: status === 'succeeded' ? outputOf(job) : null,
      error: status === 'failed' && job.fault?.kind === 'fails' ? job.fault.error : null,
      logs: '',
      status,
      data_removed: isOld || job.fault?.kind === 'removed',
      created_at: new Date(job.createdAt).toISOString(),
      source: 'api',
      metrics: seconds === undefined ? {} : { predict_time: seconds },
      urls: { get: at, cancel: `${at}/cancel` },
      ...(job.webhook && state.settings.showsWebhooks && { webhook: job.webhook }),
    };
  };
  const webhooks = createWebhooks(state, view);

  const begin = async (name: string, model: VendorModel, body: any): Promise<VendorJob> => {
    const input = body.input as Input;
    const pictures = picturesOf(state, input);
    const megapixels = await Promise.all(pictures.map(megapixelsOf));
    const { settings } = state;
    const machineSeconds = model.makes === 'audio' ? 57 : model.bySecond ? 9.5 : 12;
    const lasts = { image: settings.imageMs, video: settings.videoMs, audio: settings.audioMs };
    const createdAt = Date.now();
    const job: VendorJob = {
      id: newJobId(),
      vendor: 'replicate',
      model: name,
      input,
      version: body.version,
      webhook: body.webhook,
      createdAt,
      startsAt: createdAt + lasts[model.makes] / 10,
      endsAt: createdAt + lasts[model.makes],
      fault: misbehaviours.next('job', 'replicate', name) as JobFault | undefined,
      priceUsd: model.price(input, machineSeconds, megapixels),
      bySecond: model.bySecond ?? false,
      machineSeconds,
      list: model.list ?? false,
      result: makeResult(state, {
        makes: model.makes,
        prompt: String(input.prompt),
        aspectRatio: input.aspect_ratio ?? '16:9',
        seconds: model.seconds?.(input) ?? 0,
        picture: pictures[0],
      }),
    };
    job.result.catch(() => undefined); // said when it is asked for
    jobs.set(job.id, job);
    webhooks.watch(job);
    return job;
  };

  /** A create a minute too many. */
  const throttled = (): Reply | undefined => {
    const limit = state.settings.createsPerMinute;
    const lately = state.seen.filter(
      (one) => one.act === 'create' && one.jobId && one.at > Date.now() - 60_000,
    );
    if (limit === 0 || lately.length < limit) return undefined;
    const wait = Math.ceil((lately[0]!.at + 60_000 - Date.now()) / 1000);
    const detail = `Request was throttled. Your rate limit for creating predictions resets in ~${wait}s.`;
    return { status: 429, body: { detail, status: 429, retry_after: wait } };
  };

  const create = async (name: string, body: any): Promise<{ reply: Reply; job?: VendorJob }> => {
    const model = replicateModels[name];
    const refused = throttled() ?? objectionTo(model, body);
    if (refused) return { reply: refused };
    const job = await begin(name, model as VendorModel, body);
    return { job, reply: { status: 201, body: view(job) } };
  };

  const upload = async (received: Received): Promise<Reply> => {
    const form = await new Response(new Uint8Array(received.raw), {
      headers: { 'content-type': received.request.headers['content-type'] ?? '' },
    }).formData();
    const content = form.get('content') as File;
    const metadata = form.get('metadata') as File | string | null;
    const bytes = Buffer.from(await content.arrayBuffer());
    const text = typeof metadata === 'string' ? metadata : ((await metadata?.text()) ?? '{}');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = newJobId();
    files.set(id, { id, bytes, mime: content.type, metadata: JSON.parse(text) as object, sha256 });
    return { status: 201, body: fileView(id) };
  };

  const fileView = (id: string): object => {
    const file = files.get(id)!;
    return {
      id,
      content_type: file.mime,
      size: file.bytes.byteLength,
      metadata: file.metadata,
      checksums: { sha256: file.sha256 },
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      urls: { get: `${url()}/replicate/v1/files/${id}` },
    };
  };

  const page = (cursor: string | null): Reply => {
    const from = Number(cursor ?? 0);
    const all = [...jobs.values()].filter((one) => one.vendor === 'replicate').reverse();
    const shown = all.slice(from, from + 100).map(view);
    const results = state.settings.listsInputs
      ? shown
      : shown.map((one) => ({ ...one, input: undefined }));
    const more = from + 100 < all.length;
    const next = more ? `${url()}/replicate/v1/predictions?cursor=${from + 100}` : null;
    return { status: 200, body: { previous: null, next, results } };
  };

  const missing = problem(404, 'Not found', 'The requested resource could not be found.');
  const one = (id: string, then: (job: VendorJob) => void = () => undefined): Reply => {
    const job = jobs.get(id);
    if (!job) return missing;
    then(job);
    return { status: 200, body: view(job) };
  };
  const cancel = (job: VendorJob): void => {
    if (!['starting', 'processing'].includes(statusOf(job, Date.now()))) return;
    job.canceledAt = Date.now();
    webhooks.canceled(job);
  };

  const actOf = (method: string, path: string): Act | undefined => {
    if (method === 'POST' && /^(\/models\/[^/]+\/[^/]+)?\/predictions$/.test(path)) return 'create';
    if (method === 'POST' && /\/cancel$/.test(path)) return 'cancel';
    if (method === 'POST' && path === '/files') return 'upload';
    if (method === 'GET' && path === '/predictions') return 'list';
    if (method === 'GET' && path.startsWith('/predictions/')) return 'check';
    if (method === 'GET' && path === '/webhooks/default/secret') return 'secret';
    return method === 'GET' && path.startsWith('/files/') ? 'file' : undefined;
  };

  const carryOut = async (
    act: Act,
    received: Received,
    body: any,
  ): Promise<{ reply: Reply; job?: VendorJob }> => {
    const { path } = received;
    const id = path.split('/')[2] ?? '';
    if (act === 'create') {
      const official = /^\/models\/([^/]+\/[^/]+)\//.exec(path)?.[1];
      return create(official ?? String(body?.version ?? '').split(':')[0]!, body);
    }
    if (act === 'upload') return { reply: await upload(received) };
    if (act === 'secret')
      return { reply: { status: 200, body: { key: state.settings.webhookSecret } } };
    if (act === 'list') return { reply: page(received.query.get('cursor')) };
    if (act === 'cancel') return { reply: one(id, cancel) };
    if (act === 'file')
      return { reply: files.has(id) ? { status: 200, body: fileView(id) } : missing };
    return { reply: one(id) };
  };

  return async (received: Received): Promise<void> => {
    const { request, response, path, raw } = received;
    const act = actOf(request.method ?? '', path);
    if (!act) return answerWith(response, undefined, missing);
    const body =
      act === 'upload' || raw.length === 0 ? undefined : (JSON.parse(raw.toString()) as any);
    const seen = {
      vendor: 'replicate' as const,
      act,
      path,
      at: Date.now(),
      headers: request.headers,
      body,
    };
    const noted = state.seen.push(seen) - 1;
    if (request.headers.authorization !== `Bearer ${state.settings.replicateToken}`)
      return answerWith(
        response,
        undefined,
        problem(401, 'Unauthenticated', 'You did not pass a valid authentication token'),
      );
    const model =
      act === 'create'
        ? path + String(body?.version ?? '')
        : (jobs.get(path.split('/')[2] ?? '')?.model ?? '');
    const fault = misbehaviours.next(act, 'replicate', model) as WireFault | undefined;
    if (!isAccepted(fault)) return answerWith(response, fault, missing);
    const { reply, job } = await carryOut(act, received, body);
    if (job) state.seen[noted] = { ...seen, jobId: job.id };
    answerWith(response, fault, reply);
  };
};
