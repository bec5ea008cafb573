import { ConfigError, databaseAddress, parsedUrl } from '@upstander/platform';
import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Tool {
  readonly path: string;
  readonly major: number;
}

/** Usual folders besides PATH, each with one folder per version. PG_BIN replaces all of them. */
const places = ['/usr/lib/postgresql', '/usr/local/lib/postgresql', '/opt/homebrew/opt'];

/**
 * pg_dump can't read a newer server, and the output of a newer tool may not work on the server it is restored to, so the
 * oldest sufficient tool is used.
 * @throws ConfigError if none is installed.
 */
export async function toolFor(
  name: 'pg_dump' | 'pg_restore',
  major: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Tool> {
  const known = await toolsNamed(name, environment);
  const { PG_BIN: customFolder } = environment;
  const fitting = known.find((tool) => tool.major >= major);
  if (fitting) return fitting;
  const installed = known.length > 0 ? `only ${known.map((tool) => tool.major).join(' and ')}` : 'none';
  throw new ConfigError(
    `${name} of PostgreSQL ${major} or newer is required, but there is ${installed} ${customFolder ? `in ${customFolder}` : 'on this machine'}: install postgresql-client-${major}.`,
  );
}

/** @throws ConfigError unless a server of this version is installed: files of another version can't be read */
export async function serverTool(
  major: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Tool> {
  const found = (await toolsNamed('postgres', environment)).find((tool) => tool.major === major);
  if (found) return found;
  throw new ConfigError(
    `The archive is of PostgreSQL ${major}, which is not on this machine: install postgresql-${major}.`,
  );
}

/** Oldest first. */
async function toolsNamed(
  name: string,
  { PG_BIN: customFolder, PATH: path }: Readonly<Record<string, string | undefined>>,
): Promise<Tool[]> {
  const searchedFolders = customFolder ? [customFolder] : [...new Set(folders(path))];
  const found = await Promise.all(searchedFolders.map((folder) => versionOf(folder, name)));
  return found.filter((tool) => tool !== null).sort((a, b) => a.major - b.major);
}

function folders(path = ''): string[] {
  const versions = places
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((version) => join(place, version, 'bin')));
  return [...path.split(delimiter).filter(Boolean), ...versions];
}

async function versionOf(folder: string, name: string): Promise<Tool | null> {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const output = await run(path, ['--version']).catch(() => null);
  const major = Number(/\) (\d+)/.exec(output?.stdout ?? '')?.[1]);
  return major ? { path, major } : null;
}

/** @throws ConfigError with the tool's first error message */
export async function runTool(tool: Tool, args: readonly string[], url: string, options: string): Promise<void> {
  const child = spawnTool(tool.path, args, environmentOf(tool, url, options));
  child.stdin.end();
  child.stdout.resume();
  await waitForEnd(child);
}

export function environmentOf(tool: Tool, url: string, options: string): Record<string, string> {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...addressOf(url, tool.major), PGOPTIONS: options };
}

export function spawnTool(path: string, args: readonly string[], env: Record<string, string>) {
  return spawn(path, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** @throws ConfigError with the first error message */
export async function waitForEnd(child: ChildProcessWithoutNullStreams): Promise<void> {
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint = `${complaint}${text.toString()}`.slice(0, 10_000)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  const first = complaint.split('\n').find((line) => /error/i.test(line)) ?? complaint.split('\n')[0];
  throw new ConfigError(`${first || `${child.spawnfile} ended with ${code}.`}`);
}

/** Uses environment variables, because arguments would expose the password. */
function addressOf(url: string, major: number): Record<string, string> {
  const { each = [], target } = databaseAddress(url) ?? {};
  const addresses = each.map((one) => parsedUrl(one)).filter((one) => one !== null);
  const [address] = addresses;
  if (!address) throw new ConfigError('A database URL is invalid. It must start with postgres://.');
  const { username, password, pathname, searchParams: more } = address;
  const mode = more.get('sslmode') ?? (['true', '1'].includes(more.get('ssl') ?? '') ? 'require' : undefined);
  const root = more.get('sslrootcert') ?? (mode?.startsWith('verify') && major >= 16 ? 'system' : undefined);
  const host = more.get('host') ?? joinParts(addresses, ({ hostname }) => hostname.replace(/^\[|\]$/g, ''));
  const port = joinParts(addresses, (one) => one.port);
  return {
    ...(host && { PGHOST: host }),
    ...(port && { PGPORT: port }),
    ...(addresses.length > 1 && { PGTARGETSESSIONATTRS: target }),
    PGUSER: decodeURIComponent(username),
    ...(password && { PGPASSWORD: decodeURIComponent(password) }),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(mode && { PGSSLMODE: mode === 'no-verify' ? 'require' : mode }),
    ...(root && { PGSSLROOTCERT: root }),
    ...(more.get('sslcert') && { PGSSLCERT: more.get('sslcert')! }),
    ...(more.get('sslkey') && { PGSSLKEY: more.get('sslkey')! }),
    PGCONNECT_TIMEOUT: '10',
    PGAPPNAME: 'upstander-backup',
  };
}

/** For libpq, a missing port means the default. */
function joinParts(addresses: readonly URL[], part: (address: URL) => string): string {
  return addresses.map(part).join(',').replace(/^,+$/, '');
}
