// Loaded before the serving process by bench/ingest/server.ts: keeps the delays of its event loop in a file.
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { renameSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.EVENT_LOOP_PROBE;
if (
  file &&
  isMainThread &&
  // The launcher has it among its arguments as well.
  /strapi(\.js)?$/.test(process.argv[1] ?? '')
) {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  process.on('SIGUSR2', () => delays.reset());
  setInterval(() => {
    const p99 = delays.percentile(99) / 1e6 - 5;
    const { rss } = process.memoryUsage();
    // A reader finds it whole.
    writeFileSync(
      `${file}.next`,
      JSON.stringify({ pid: process.pid, p99Ms: Math.max(0, p99), rss }),
    );
    renameSync(`${file}.next`, file);
  }, 250).unref();
}
