import { z } from 'zod';
import { ProviderError } from '../errors';
import type { GoogleConfig, ReplicateConfig } from './config';
import type { RateLimiter } from './generation-ports';
import { speaker as google } from './google/failures';
import { createLink as createOpenAiLink } from './openai/link';
import { speaker as replicate } from './replicate/failures';
import { apiBase } from './transport/base-url';
import { createLink } from './transport/link';

/** What a vendor answered: who we are there, and which of the models it has. */
export interface ProbeAnswer {
  account: string | null;
  models: { name: string; isThere: boolean }[];
}
/** Asks a vendor who we are and for models by its own names. Throws: `ProviderError`. */
export type Probe = (vendorModels: readonly string[]) => Promise<ProbeAnswer>;

interface ProbeConfig {
  replicate: Pick<ReplicateConfig, 'apiToken' | 'baseUrl'>;
  google: Pick<GoogleConfig, 'apiKey' | 'baseUrl'>;
  openai: { apiKey?: string; baseUrl?: string };
}

/** A person waits for the answer. */
const timeoutMs = 15_000;
/** A person presses a button now and then: no share of what an hour allows. */
const limiter: RateLimiter = { take: async () => undefined, pause: async () => undefined };

const account = z.object({ username: z.string().nullish(), name: z.string().nullish() });
const anything = z.looseObject({});
const modelPage = z.object({
  models: z.array(z.object({ name: z.string() })).default([]),
  nextPageToken: z.string().nullish(),
});

const probeReplicate = (apiToken: string, baseUrl: string | undefined): Probe => {
  const link = createLink({
    ...{ ...replicate, timeoutMs, limiter },
    base: apiBase(baseUrl, 'https://api.replicate.com/v1'),
    authorization: { header: 'authorization', value: `Bearer ${apiToken}`, secret: apiToken },
  });
  const get = <Reply>(path: string, reply: z.ZodType<Reply>) =>
    link.send({ operation: 'test', lane: 'replicate.read', method: 'GET', path, reply });
  const isThere = async (vendorModel: string): Promise<boolean> => {
    try {
      await get(`/models/${vendorModel.split(':')[0]}`, anything);
      return true;
    } catch (error) {
      // Only a model that is not there is an answer; anything else is a failure of the test.
      if (error instanceof ProviderError && ['expired', 'bad-request'].includes(error.code))
        return false;
      throw error;
    }
  };
  return async (vendorModels) => {
    const { username, name } = await get('/account', account);
    const models: ProbeAnswer['models'] = [];
    for (const one of vendorModels) models.push({ name: one, isThere: await isThere(one) });
    return { account: username ?? name ?? null, models };
  };
};

const probeGoogle = (apiKey: string, baseUrl: string | undefined): Probe => {
  const link = createLink({
    ...{ ...google, timeoutMs, limiter },
    base: apiBase(baseUrl, 'https://generativelanguage.googleapis.com/v1beta', { versioned: true }),
    authorization: { header: 'x-goog-api-key', value: apiKey, secret: apiKey },
  });
  return async (vendorModels) => {
    const { models } = await link.send({
      ...{ operation: 'test', lane: 'google.read', method: 'GET', path: '/models?pageSize=1000' },
      reply: modelPage,
    });
    const known = new Set(models.map(({ name }) => name.replace(/^models\//, '')));
    return {
      account: null,
      models: vendorModels.map((name) => ({ name, isThere: known.has(name) })),
    };
  };
};

const probeOpenAi = (apiKey: string, baseUrl: string | undefined): Probe => {
  const link = createOpenAiLink({ apiKey, baseUrl, timeoutMs });
  return async (vendorModels) => {
    const known = await link.send('test', async (client, signal) => {
      const { data } = await client.models.list({ signal });
      return new Set(data.map(({ id }) => id));
    });
    return {
      account: null,
      models: vendorModels.map((name) => ({ name, isThere: known.has(name) })),
    };
  };
};

/** Tests of the connection to each vendor that there is a key for; they make nothing and cost nothing. */
export const createProbes = (config: ProbeConfig): ReadonlyMap<string, Probe> => {
  const { apiToken } = config.replicate;
  const { apiKey } = config.google;
  const { apiKey: openAiKey } = config.openai;
  const probes = new Map<string, Probe>();
  if (openAiKey) probes.set('openai', probeOpenAi(openAiKey, config.openai.baseUrl));
  if (apiToken) probes.set('replicate', probeReplicate(apiToken, config.replicate.baseUrl));
  if (apiKey) probes.set('google', probeGoogle(apiKey, config.google.baseUrl));
  return probes;
};
