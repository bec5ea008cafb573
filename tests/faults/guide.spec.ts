import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installed, startSystemPostgres, type SystemPostgres } from '../support/system-postgres.mjs';
import { eventually } from '../support/eventually.js';
import { aFreePort } from '../support/free-port.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { commandsIn, stepsOfGuide } from './support/guide.js';
import { countRows, dropDatabases, end, makeRelease, linkExistingBuild } from './support/guide-machine.js';

jest.setTimeout(900_000);
const run = promisify(execFile);

const later: ReadonlySet<string> = new Set(['upgrade', 'backup', 'restore']);

/** `npm run faults` builds a release, which takes a minute. Other runs use the existing build instead. */
const full = process.env['FAULTS'] === 'full';
const needed = ['psql', 'redis-server', 'caddy', 'openssl', 'curl', 'sha256sum'];
const missing = [
  ...needed.filter((name) => !isInstalled(name)),
  // Includes pg_dump, which the npm package lacks.
  ...(installed.length > 0 ? [] : ['postgresql']),
];

function isInstalled(name: string): boolean {
  return [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'].some((folder) => existsSync(join(folder, name)));
}

test('the guide lists each step once, with the number of commands to type', () => {
  const steps = stepsOfGuide();
  expect(steps.map(({ name }) => name)).toEqual([
    'unpack',
    'roles',
    'settings',
    'start',
    'proxy',
    'admin',
    'grant',
    'upgrade',
    'backup',
    'restore',
  ]);
  const [step] = stepsOfGuide('<!-- run: one -->\n\n```sh\na <<END\nb\nEND\nfor x in y; do\n  c\ndone\nd\n```');
  expect(step && commandsIn(step)).toBe(3);
});

describe('an installation by the guide, word for word', () => {
  if (missing.length > 0) {
    test.skip(`is skipped: ${missing.join(', ')} is not installed`, () => undefined);
    return;
  }
  const ends: Array<() => unknown> = [];
  let machine: string;
  let mails: MailSink;
  let postgres: SystemPostgres;
  const elsewhere: Array<[RegExp, string]> = [];
  let https: number;
  let caddyOptions: string;
  let figures: number[] = [];

  beforeAll(async () => {
    machine = realpathSync(mkdtempSync(join(tmpdir(), 'upstander-guide-')));
    ends.push(() => rmSync(machine, { recursive: true, force: true }));
    for (const folder of ['etc/systemd/system', 'etc/caddy', 'usr/local/bin', 'download', 'redis']) {
      mkdirSync(join(machine, folder), { recursive: true });
    }
    await (full ? makeRelease : linkExistingBuild)(join(machine, 'download'));
    mails = await startMailSink();
    ends.push(() => mails.close());
    // A fresh installation has only the superuser.
    postgres = await startSystemPostgres();
    ends.push(() => postgres.stop());
    const [redis, api1, api2, http] = [await aFreePort(), await aFreePort(), await aFreePort(), await aFreePort()];
    https = await aFreePort();
    // Metrics ports as in the guide: one per program.
    figures = [await aFreePort(), await aFreePort()];
    mkdirSync(join(machine, 'etc/upstander'), { mode: 0o700 });
    for (const [n, api] of [api1, api2].entries())
      writeFileSync(join(machine, `etc/upstander/api-${api}.env`), `METRICS_PORT=${figures[n]}\n`);
    startRedis(redis, join(machine, 'redis'));
    elsewhere.push(
      [
        /\/(opt\/upstander|etc\/upstander|etc\/systemd\/system|etc\/caddy|usr\/local\/bin|var\/backups\/upstander)\b/g,
        `${machine}/$1`,
      ],
      [/localhost:5432/g, new URL(postgres.url).host],
      [/localhost:6379/g, `localhost:${redis}`],
      [/smtps:\/\/user:password@mail\.example\.org:465/g, mails.url],
      // Real account keys are longer.
      [/sk_test_yours/g, `sk_test_${randomBytes(24).toString('hex')}`],
      [/whsec_yours/g, `whsec_${randomBytes(24).toString('hex')}`],
      [/\b3001\b/g, String(api1)],
      [/\b3002\b/g, String(api2)],
    );
    // A certificate of Caddy's own authority, because the test machine has no public name.
    caddyOptions = `http_port ${http}\\n\\thttps_port ${https}\\n\\tskip_install_trust\\n\\tadmin off\\n\\tdefault_bind 127.0.0.1`;
  });
  /** All but the proxy by default. */
  function endPrograms(which = /^upstander-.*\.pid$/): void {
    const notes = existsSync(join(machine, 'run')) ? readdirSync(join(machine, 'run')) : [];
    for (const note of notes.filter((name) => which.test(name)))
      end(Number(readFileSync(join(machine, 'run', note), 'utf8')));
  }
  afterAll(async () => {
    endPrograms(/\.pid$/);
    for (const one of ends.reverse()) await one();
  });

  const here = (text: string) => elsewhere.reduce((told, [from, to]) => told.replace(from, to), text);

  test('serves visitors over TLS, emails the first admin, and is upgraded while in use', async () => {
    const began = Date.now();
    const beforeUpgrade = stepsOfGuide().filter(({ name }) => !later.has(name));
    await typed(beforeUpgrade.map(({ name, commands }) => `echo "== ${name}"\n${commands}`).join('\n'));
    const minutes = (Date.now() - began) / 60_000;

    const pages = ['/', '/events', '/fundraisers', '/opportunities', '/help', '/admin/sign-in', '/about'];
    for (const path of pages) expect([path, (await ask(path)).status]).toEqual([path, 200]);
    // Paths with a leading dot are not found, with one exception.
    expect((await ask('/.git/config')).status).toBe(404);
    expect((await ask('/.well-known/security.txt')).status).toBe(200);
    // Both servers receive requests. One that missed a health check gets requests again after the next.
    const seen = new Set<string | undefined>();
    await eventually(async () => seen.add((await ask('/livez')).headers['x-upstander-instance']).size === 2);
    expect(seen).not.toContain(undefined);
    for (const port of figures)
      expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('upstander_release_info');
    // Passes through Redis, the worker and the mail server: notices about a granted role.
    await eventually(() => mails.received.length > 0);
    if (full) await everythingIsInIt();

    const failed: string[] = [];
    let requestCount = 0;
    let upgrading = true;
    const visitors = (async () => {
      while (upgrading) {
        const { status } = await ask('/events');
        requestCount += 1;
        if (status !== 200) failed.push(`${requestCount}: ${status}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    await typed(step('upgrade')).finally(() => (upgrading = false));
    await visitors;
    expect([failed, requestCount > 0]).toEqual([[], true]);

    const commands = beforeUpgrade.reduce((sum, one) => sum + commandsIn(one), 0);
    console.info(
      `From the archive to the first admin: ${commands} commands, ${minutes.toFixed(1)} minutes; upgraded with ${requestCount} pages asked and none failed.`,
    );
  });

  test('is backed up, and restored after its databases are lost', async () => {
    const began = Date.now();
    const accounts = () => countRows(postgres, 'SELECT count(*) FROM identity.account');
    const before = await accounts();
    await typed(step('backup'));
    // The date of the restored backup, which may be yesterday by now.
    elsewhere.push([/\b2026-11-27\b/g, readdirSync(join(machine, 'var/backups/upstander'))[0] ?? 'none']);
    const programs = 'upstander-api@3001 upstander-api@3002 upstander-worker@1 upstander-worker@2';
    endPrograms();
    await dropDatabases(postgres.url);
    await typed(step('restore'));
    await typed(`sudo systemctl start ${programs}`);
    await eventually(async () => (await ask('/events')).status === 200);
    expect([before !== '0', await accounts()]).toEqual([true, before]);
    console.info(`Backed up, lost and restored in ${((Date.now() - began) / 60_000).toFixed(1)} minutes.`);
  });

  test('shows help lines without a database, through a proxy that checks readiness', async () => {
    postgres.halt();
    // The proxy detects that no server is ready and uses those that are alive.
    await eventually(async () => (await ask('/readyz')).status === 503);
    await eventually(async () => (await ask('/help')).status === 200);
    const page = await ask('/events?text=nobody-asked-for-this');
    expect([page.status, page.headers['retry-after']]).toEqual([503, '10']);
  });

  const step = (name: string) => stepsOfGuide().find((one) => one.name === name)?.commands ?? '';

  /** Checks the native modules for images and hashing, which tracing JavaScript can't find. */
  async function everythingIsInIt(): Promise<void> {
    const probe = `await import('sharp').then(({ default: sharp }) => sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } }).png().toBuffer());
      await import('@node-rs/argon2').then(({ hash }) => hash('a password that is long'));`;
    await run(process.execPath, ['--input-type=module', '-e', probe], { cwd: join(machine, 'opt/upstander/current') });
    expect(fontsMissing()).toEqual([]);
  }

  /** Uses our folders as the machine's, without systemd. */
  async function typed(commands: string): Promise<void> {
    const systemctl = join(process.cwd(), 'tests/faults/support/pretend-systemctl.mjs');
    const proxy = here('/etc/caddy/Caddyfile');
    const script = `set -eu
PATH=$PATH:/usr/sbin
sudo() { while [ "\${1#-}" != "$1" ]; do if [ "$1" = -u ]; then shift; fi; shift; done; "$@"; }
upstander() { ${machine}/usr/local/bin/upstander "$@"; }
caddy() {
  sed -i -e '0,/^{$/s//{\\n\\t${caddyOptions}/' -e 's/^volunteer.example.org {$/&\\n\\ttls internal/' -e 's/:3001/:${here('3001')}/' -e 's/:3002/:${here('3002')}/' ${proxy}
  command caddy "$@"
}
systemctl() {
  case "$*" in
    daemon-reload) sed -i 's#/\\(opt\\|etc\\)/upstander#${machine}/\\1/upstander#g' ${machine}/etc/systemd/system/*.service ;;
    'restart caddy') command caddy start --adapter caddyfile --config ${proxy} --pidfile ${machine}/run/caddy.pid > ${machine}/run/caddy.log 2>&1 ;;
    *) MACHINE=${machine} ${process.execPath} ${systemctl} "$@" ;;
  esac
}
curl() { command curl --insecure --connect-to volunteer.example.org:443:127.0.0.1:${https} "$@"; }
cd ${machine}/download
${here(commands)}
`;
    const file = join(machine, 'typed.sh');
    writeFileSync(file, script);
    const { hostname, port, password } = new URL(postgres.url);
    const env = {
      PATH: process.env['PATH'],
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: 'postgres',
      PGPASSWORD: password,
      HOME: machine,
    };
    await run('bash', [file], { env, maxBuffer: 64e6 }).catch((error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}\n${logs()}`);
    });
  }

  async function ask(path: string): Promise<{ status: number; headers: Record<string, string> }> {
    const address = `https://volunteer.example.org${path}`;
    const connect = `volunteer.example.org:443:127.0.0.1:${https}`;
    const args = ['--silent', '--insecure', '--connect-to', connect, '--dump-header', '-', '--output', '/dev/null'];
    const { stdout } = await run('curl', [...args, address]);
    const [first = '', ...lines] = stdout.trim().split('\r\n');
    const headers = lines.map((line) => line.split(': ')).map(([name = '', value = '']) => [name.toLowerCase(), value]);
    return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers) as Record<string, string> };
  }

  function logs(): string {
    const folder = join(machine, 'run');
    if (!existsSync(folder)) return '';
    return readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .map(
        (name) =>
          `${name}:\n${readFileSync(join(folder, name), 'utf8')
            .split('\n')
            .slice(-15)
            .map((line) => line.slice(0, 400))
            .join('\n')}`,
      )
      .join('\n');
  }

  function fontsMissing(): string[] {
    const release = join(machine, 'opt/upstander/current');
    const program = readFileSync(join(release, 'dist/apps/api/documents.thread.js'), 'utf8');
    const named = [...program.matchAll(/"(@fontsource[\w-]*\/[\w-]+)"/g)].map(([, name]) => `${name}/files`);
    const folders = ['dejavu-fonts-ttf/ttf', '@fontsource/figtree/files', ...named];
    expect(named.length).toBeGreaterThan(3);
    const isFont = (name: string) => /\.(?:woff2?|ttf)$/.test(name);
    return folders.filter((folder) => !readdirSync(join(release, 'node_modules', folder)).some(isFont));
  }

  function startRedis(port: number, folder: string): void {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
    const child = spawn('redis-server', args, { stdio: 'ignore' });
    ends.push(() => child.kill('SIGKILL'));
  }
});
