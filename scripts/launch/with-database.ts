import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureDatabase } from '../database/ensure';
import { dataDirectory, loadEnvironment } from './environment';
import { ensureSecrets } from './secrets';

const NOT_FOUND = 127;
const FORWARDED: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A terminal sends Ctrl-C to the command itself; a second SIGINT would cut its orderly end short. */
const reachesCommandAnyway = (signal: NodeJS.Signals) =>
  signal === 'SIGINT' && process.stdin.isTTY === true;

/** Runs a command in this terminal to its end; resolves to the status a shell would give it. */
const run = (command: string, args: string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      env: environment,
      stdio: 'inherit',
      shell: process.platform === 'win32', // npm's commands are batch files there
    });
    for (const signal of FORWARDED) {
      process.on(signal, () => {
        if (!reachesCommandAnyway(signal)) child.kill(signal);
      });
    }
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(NOT_FOUND);
    });
    child.once('exit', (code, signal) =>
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)),
    );
  });

const main = async (): Promise<void> => {
  const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
  if (!command) throw new Error('Usage: tsx scripts/launch/with-database.ts -- <command> [args]');
  loadEnvironment();
  ensureSecrets(dataDirectory());
  const database = await ensureDatabase({ dataDir: dataDirectory() });
  const status = await run(command, args, {
    ...process.env,
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: String(database.embedded),
  });
  await database.release();
  process.exit(status);
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
