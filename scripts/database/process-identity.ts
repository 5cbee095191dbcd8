import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Linux: the boot and the tick a process began at; a zombie counts as gone. */
const linuxStart = (pid: number): string | undefined => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  // The command's name may hold anything, so fields are counted after its closing bracket: state is 3rd, start 22nd.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`;
};

const portableStart = (pid: number): string | undefined => {
  if (!exists(pid)) return undefined;
  if (process.platform === 'win32') return 'running';
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
};

/**
 * When a process began, as an opaque word: together with its id it names one process for ever, even when the id is
 * used again. Undefined when it is gone. On Windows ids alone have to do.
 */
export const processStart = (pid: number): string | undefined => {
  try {
    return process.platform === 'linux' ? linuxStart(pid) : portableStart(pid);
  } catch (error) {
    // It ended between two looks at it.
    if (!exists(pid)) return undefined;
    throw error;
  }
};
