import { request, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { admin, type App } from './start-app';

/** A reply, parsed. */
export interface Reply<Body = any> {
  // any: each test says what it expects of a body by asserting on it
  status: number;
  body: Body;
}

type Options = {
  token?: string;
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
};

/** The body of a request as it goes over the wire, and what kind it is. */
const encode = async ({ json, form }: Options): Promise<{ bytes?: Buffer; type?: string }> => {
  if (json !== undefined)
    return { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json' };
  if (!form) return {};
  const multipart = new Response(form);
  const type = multipart.headers.get('content-type') ?? undefined;
  return { bytes: Buffer.from(await multipart.arrayBuffer()), type };
};

/**
 * Sends one request to an application, on a connection of its own: one that is kept alive may be closed by the server
 * at the moment it is used again.
 */
export const send = async (
  app: Pick<App, 'url'>,
  method: string,
  path: string,
  options: Options = {},
): Promise<Reply> => {
  const { bytes, type } = await encode(options);
  const headers = {
    ...(type && { 'content-type': type }),
    ...(bytes && { 'content-length': String(bytes.length) }),
    ...(options.token && { authorization: `Bearer ${options.token}` }),
    ...options.headers,
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request(new URL(path, app.url), { method, headers, agent: false }, resolve);
    asking.once('error', reject).end(bytes);
  });
  const text = await readText(response);
  const isJson = response.headers['content-type']?.includes('json');
  return { status: response.statusCode ?? 0, body: isJson && text ? JSON.parse(text) : text };
};

const signedIn = new Map<string, string>();

/** The admin's token; signed in once, because Strapi allows few logins in a while. */
export const adminToken = async (app: Pick<App, 'url' | 'adminToken'>): Promise<string> => {
  const known = app.adminToken ?? signedIn.get(app.url);
  if (known) return known;
  const { status, body } = await send(app, 'POST', '/admin/login', { json: admin });
  if (status !== 200) throw new Error(`admin login: ${status} ${JSON.stringify(body)}`);
  const token: string = body.data.accessToken ?? body.data.token;
  signedIn.set(app.url, token);
  return token;
};

let counter = 0;

/** Makes an API token of the content API: full access, read-only, or with certain actions. */
export const apiToken = async (
  app: Pick<App, 'url' | 'adminToken'>,
  type: 'full-access' | 'read-only' | string[] = 'full-access',
): Promise<string> => {
  const custom = Array.isArray(type);
  counter += 1;
  const { status, body } = await send(app, 'POST', '/admin/api-tokens', {
    token: await adminToken(app),
    json: {
      name: `test ${process.pid} ${counter} ${Date.now()}`,
      description: '',
      type: custom ? 'custom' : type,
      permissions: custom ? type : null,
      lifespan: null,
    },
  });
  if (status !== 201) throw new Error(`api token: ${status} ${JSON.stringify(body)}`);
  return body.data.accessKey;
};

/** Registers an API user and returns their token. */
export const registerUser = async (app: Pick<App, 'url'>): Promise<string> => {
  counter += 1;
  const name = `user${process.pid}x${counter}x${Date.now()}`;
  const { status, body } = await send(app, 'POST', '/api/auth/local/register', {
    json: { username: name, email: `${name}@example.com`, password: 'Test-password-1' },
  });
  if (status !== 200) throw new Error(`register: ${status} ${JSON.stringify(body)}`);
  return body.jwt;
};

/** A multipart form with files in one field. */
export const formWith = (
  field: string,
  files: { name: string; bytes: Uint8Array; type?: string }[],
  data?: unknown,
): FormData => {
  const form = new FormData();
  for (const { name, bytes, type } of files)
    form.append(field, new Blob([bytes as BlobPart], { type }), name);
  if (data !== undefined) form.append('data', JSON.stringify(data));
  return form;
};

/** Asks again until an answer fits; fails with the last answer. */
export const until = async <T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  timeoutMs = 60_000,
): Promise<T> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`waited in vain; last answer: ${JSON.stringify(answer).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
