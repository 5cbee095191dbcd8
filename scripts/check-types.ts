import { spawnSync } from 'node:child_process';

/** Every part of the project with the settings it is compiled with. */
const projects = [
  'tsconfig.json',
  'src/admin/tsconfig.json',
  'src/plugins/reference-assets/server/tsconfig.json',
  'src/plugins/reference-assets/admin/tsconfig.json',
  'tests/tsconfig.json',
];

const failed = projects.filter((project) => {
  const { status } = spawnSync('npx', ['tsc', '--noEmit', '-p', project], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`types do not hold in ${failed.join(', ')}`);
  process.exit(1);
}
