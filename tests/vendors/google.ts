import { newJobId, statusOf, type VendorJob } from './jobs';
import { makeResult } from './make-result';
import { answerWith, isAccepted, type Act, type JobFault, type WireFault } from './misbehaviour';
import type { Received } from './replicate';
import { googlePrices } from './replicate-models';
import type { VendorState } from './vendor-state';

type Reply = { status: number; body: object };
const problem = (code: number, status: string, message: string): Reply => ({
  status: code,
  body: { error: { code, status, message } },
});

const takes = [
  'sampleCount',
  'durationSeconds',
  'aspectRatio',
  'resolution',
  'negativePrompt',
  'personGeneration',
];

const objectionTo = (body: any): string | undefined => {
  const [instance] = body?.instances ?? [];
  if (!instance?.prompt) return 'prompt is required';
  const parameters = body.parameters ?? {};
  const odd = Object.keys(parameters).find((key) => !takes.includes(key));
  if (odd) return `\`${odd}\` isn't supported by this model.`;
  if (![4, 6, 8].includes(parameters.durationSeconds)) return 'durationSeconds must be 4, 6 or 8';
  if (parameters.resolution === '1080p' && parameters.durationSeconds !== 8)
    return '1080p takes 8 seconds only';
  if (instance.image && instance.referenceImages) return 'image excludes referenceImages';
  return instance.image && !instance.image.bytesBase64Encoded ? 'image has no bytes' : undefined;
};

/** Google's Gemini API for Veo, as far as it is used. */
export const createGoogleVendor = (state: VendorState, url: () => string) => {
  const { jobs, misbehaviours } = state;

  const answerOf = (job: VendorJob): object => {
    if (job.fault?.kind === 'filtered')
      return {
        generateVideoResponse: {
          raiMediaFilteredCount: 1,
          raiMediaFilteredReasons: [
            'Veo could not generate videos because of its safety settings.',
          ],
        },
      };
    const uri =
      job.fault?.kind === 'elsewhere'
        ? job.fault.output
        : `${url()}/google/v1beta/files/${job.id}:download?alt=media`;
    return { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } };
  };

  const view = (job: VendorJob): object => {
    const name = `models/${job.model}/operations/${job.id}`;
    const status = statusOf(job, Date.now());
    if (status === 'starting' || status === 'processing') return { name };
    if (job.fault?.kind === 'fails')
      return { name, done: true, error: { code: 13, message: job.fault.error } };
    return { name, done: true, response: answerOf(job) };
  };

  const begin = (model: string, body: any): VendorJob => {
    const [instance] = body.instances;
    const { durationSeconds, aspectRatio = '16:9', resolution = '720p' } = body.parameters;
    const createdAt = Date.now();
    const image = instance.image?.bytesBase64Encoded as string | undefined;
    const job: VendorJob = {
      id: newJobId(),
      vendor: 'google',
      model,
      input: { prompt: instance.prompt, ...body.parameters },
      createdAt,
      startsAt: createdAt,
      endsAt: createdAt + state.settings.videoMs,
      fault: misbehaviours.next('job', 'google', model) as JobFault | undefined,
      priceUsd: durationSeconds * googlePrices[model]!(resolution),
      bySecond: false,
      machineSeconds: durationSeconds,
      list: false,
      result: makeResult(state, {
        makes: 'video',
        prompt: instance.prompt,
        aspectRatio,
        seconds: durationSeconds,
        picture: image === undefined ? undefined : Buffer.from(image, 'base64'),
      }),
    };
    job.result.catch(() => undefined); // said when it is asked for
    jobs.set(job.id, job);
    return job;
  };

  const carryOut = (act: Act, path: string, body: any): { reply: Reply; job?: VendorJob } => {
    if (act === 'check') {
      const job = jobs.get(path.split('/').at(-1) ?? '');
      return {
        reply: job
          ? { status: 200, body: view(job) }
          : problem(404, 'NOT_FOUND', 'no such operation'),
      };
    }
    const model = /^\/models\/([^/:]+):/.exec(path)?.[1] ?? '';
    if (!googlePrices[model]) return { reply: problem(404, 'NOT_FOUND', `${model} is not found`) };
    const wrong = objectionTo(body);
    if (wrong) return { reply: problem(400, 'INVALID_ARGUMENT', wrong) };
    const job = begin(model, body);
    return { job, reply: { status: 200, body: view(job) } };
  };

  const actOf = (method: string, path: string): Act | undefined => {
    if (method === 'POST' && path.endsWith(':predictLongRunning')) return 'create';
    return method === 'GET' && path.includes('/operations/') ? 'check' : undefined;
  };

  return async ({ request, response, path, raw }: Received): Promise<void> => {
    const act = actOf(request.method ?? '', path);
    if (!act) return answerWith(response, undefined, problem(404, 'NOT_FOUND', 'nothing here'));
    const body = raw.length === 0 ? undefined : (JSON.parse(raw.toString()) as any);
    const seen = {
      vendor: 'google' as const,
      act,
      path,
      at: Date.now(),
      headers: request.headers,
      body,
    };
    const noted = state.seen.push(seen) - 1;
    if (request.headers['x-goog-api-key'] !== state.settings.googleKey)
      return answerWith(response, undefined, {
        status: 400,
        body: {
          error: {
            code: 400,
            status: 'INVALID_ARGUMENT',
            message: 'API key not valid.',
            details: [
              { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
            ],
          },
        },
      });
    const fault = misbehaviours.next(act, 'google', path) as WireFault | undefined;
    if (!isAccepted(fault)) return answerWith(response, fault, problem(500, 'INTERNAL', 'x'));
    const { reply, job } = carryOut(act, path, body);
    if (job) state.seen[noted] = { ...seen, jobId: job.id };
    answerWith(response, fault, reply);
  };
};
