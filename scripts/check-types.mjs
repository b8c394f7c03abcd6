// One compiler run a side: each side sees only the globals it really has.
import { spawnSync } from 'node:child_process';

const sides = [
  '.',
  'src/shared',
  'src/client',
  'src/dev-tenant/teams-host/page',
  'src/dev-tenant/admin-center/page',
  'tests',
];
const failed = sides.filter(
  (side) =>
    spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', side], { stdio: 'inherit' })
      .status !== 0,
);
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
