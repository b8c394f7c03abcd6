// Runs before `npm start`, `npm run serve` and `npm test` on whatever Node the machine has: no dependencies,
// nothing newer than Node 20. It installs what is missing, then the script itself runs on the pinned Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const wanted = new Set(process.argv.slice(2));

function run(what, command, args, options = {}) {
  console.log(`${what} ...`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (done.status !== 0) stop(`${what} failed (${command} ${args.join(' ')}).`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const digest = (text) => createHash('sha256').update(text).digest('hex');

function installPackages() {
  const stamp = join(root, 'node_modules', '.installed-lock');
  const lock = digest(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('Installing packages (about two minutes the first time)', 'npm', [
    'ci',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  writeFileSync(stamp, lock);
}

function checkNode() {
  const node = join(root, 'node_modules', '.bin', 'node');
  const found =
    spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? 'none';
  if (!(Number.parseInt(found, 10) >= 24)) {
    stop(
      `This product runs on Node 24, which npm installs as the package "node"; found ${found}. Run "npm ci" once.`,
    );
  }
  return node;
}

/** Every file below a folder with its size and time: enough to notice that a bundle is older than its source. */
function fingerprint(folder) {
  const rows = readdirSync(folder, { recursive: true })
    .map((name) => [name, statSync(join(folder, name))])
    .filter(([, stat]) => stat.isFile())
    .map(([name, stat]) => `${name} ${stat.size} ${stat.mtimeMs}`);
  return rows.sort().join('\n');
}

function buildBundle(node) {
  const stamp = join(root, 'dist', 'client', '.built-from');
  const sources =
    fingerprint(join(root, 'src', 'client')) +
    fingerprint(join(root, 'src', 'shared')) +
    readFileSync(join(root, 'webpack.config.js'), 'utf8') +
    readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest(sources)) return;
  run('Building the tab', node, ['node_modules/webpack/bin/webpack.js', '--mode', 'production']);
  writeFileSync(stamp, digest(sources));
}

const programs = {
  chromium: () => existsSync('/usr/bin/chromium'),
  'dovecot-pop3d': () => existsSync('/usr/sbin/dovecot'),
  mpop: () => existsSync('/usr/bin/mpop'),
  msmtp: () => existsSync('/usr/bin/msmtp'),
  postfix: () => existsSync('/usr/sbin/postfix'),
  postgresql: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
};

function installTestPrograms() {
  const missing = Object.keys(programs).filter((name) => !programs[name]());
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.warn(`Not installed here: ${missing.join(', ')}. The tests that need them are skipped, loudly.`);
    return;
  }
  // Run level 1: the packages start no server of their own, the tests start theirs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  // Without an answer Postfix's package sets up a mail server of the machine's own.
  const answer = 'postfix postfix/main_mailer_type select No configuration\n';
  const preseed = { env, input: answer, stdio: ['pipe', 'inherit', 'inherit'] };
  if (missing.includes('postfix')) run('Choosing no configuration', 'debconf-set-selections', [], preseed);
  run('Refreshing the package lists', 'apt-get', ['update', '-qq'], { env });
  run(`Installing ${missing.join(', ')}`, 'apt-get', ['install', '-y', '-qq', ...missing], { env });
}

installPackages();
const node = checkNode();
if (wanted.has('--bundle')) buildBundle(node);
if (wanted.has('--test-programs')) installTestPrograms();
