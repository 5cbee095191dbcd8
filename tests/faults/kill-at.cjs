/**
 * Loaded into the application by a test (`NODE_OPTIONS=--require`), never by the application itself: kills its own
 * process with SIGKILL, once, at a point that is seen from outside, in what goes over the wire to the vendor and to the
 * database. `KILL_AT` names the point, `KILL_MARK` the file that says it has happened.
 */
const fs = require('node:fs');

const isOurs = process.argv.some((arg) => /strapi(\.js)?$|dist[\\/]src[\\/]worker\.js$/.test(arg));
const at = process.env.KILL_AT;

const die = () => {
  try {
    fs.writeFileSync(process.env.KILL_MARK, at, { flag: 'wx' });
  } catch {
    return; // it has happened already, here or in another process
  }
  process.kill(process.pid, 'SIGKILL');
};
const when = (point, happens) => {
  if (point === at && happens) die();
};

const watchVendor = () => {
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const isCreate = init?.method === 'POST' && /\/predictions$/.test(url);
    const isCheck = (init?.method ?? 'GET') === 'GET' && /\/predictions\/[^/?]+$/.test(url);
    when('before-create', isCreate);
    const response = await send(input, init);
    when('after-create', isCreate && response.ok);
    when('question', init?.method === 'POST' && /\/responses$/.test(url) && response.ok);
    if (isCheck) {
      const { status } = JSON.parse(await response.clone().text());
      when('waiting', status === 'starting' || status === 'processing');
      when('after-result', status === 'succeeded');
    }
    return response;
  };
};

const watchDatabase = () => {
  const { Client } = require('pg');
  const { query } = Client.prototype;
  Client.prototype.query = function watched(config, values, callback) {
    const text = typeof config === 'string' ? config : (config?.text ?? '');
    const bound = (Array.isArray(values) ? values : config?.values) ?? [];
    const isJob = text.startsWith('UPDATE reference_asset_vendor_jobs SET');
    when('after-download', isJob && bound.includes('collected'));
    when(
      'in-settle',
      /insert into ("\w+"\.)?"?reference_asset_spend"?/i.test(text) && bound.includes('replicate'),
    );
    return query.call(this, config, values, callback);
  };
};

if (at && isOurs) {
  watchVendor();
  watchDatabase();
}
