import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';
import { findOnPath } from '../../support/installed-programs.mjs';
import { anotherUser, binaries, installUpstander, settingsFor, superuserPassword } from './replicated-postgres.js';

/**
 * Patroni and etcd, if both are installed and there is a PostgreSQL of the system. On Debian, Patroni also needs
 * python3-etcd.
 */
export const patroni = (() => {
  const [program, etcd] = [findOnPath('patroni'), findOnPath('etcd')];
  return program && etcd && binaries ? { program, etcd, binaries } : undefined;
})();

const user = anotherUser();
const environment = { PATH: `${binaries}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8' };

/** A machine of the cluster: Patroni and the PostgreSQL that it runs. */
export class PatroniNode {
  private child: ChildProcess | null = null;
  private output = '';

  constructor(
    private readonly folder: string,
    readonly name: string,
    private readonly port: number,
    private readonly restPort: number,
  ) {}

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** URL for the superuser. */
  get url(): string {
    return `postgres://postgres:${superuserPassword}@${this.host}/postgres`;
  }

  /** Starts Patroni, which creates the cluster, or copies the primary if there is one. */
  start(etcd: string): void {
    const file = join(this.folder, `${this.name}.yml`);
    writeFileSync(file, JSON.stringify(this.configuration(etcd), null, 2));
    this.child = spawn(patroni!.program, [file], { ...user, cwd: '/', env: environment });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (data) => (this.output += data));
  }

  get lastOutput(): string {
    return this.output.slice(-3_000);
  }

  /** Kills Patroni and PostgreSQL, as if the machine lost power. */
  async kill(): Promise<void> {
    if (!this.child) return;
    const gone = this.child.exitCode === null ? once(this.child, 'exit') : null;
    this.child.kill('SIGKILL');
    this.child = null;
    await gone;
    const [main] = readFileSync(join(this.folder, this.name, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(main), 'SIGKILL');
  }

  /** Returns `primary`, `sync_standby` or `replica`, or null if the node doesn't answer or isn't running yet. */
  async role(): Promise<string | null> {
    const answer = await fetch(`http://127.0.0.1:${this.restPort}/patroni`).catch(() => null);
    const { role, state } = ((await answer?.json()) ?? {}) as { role?: string; state?: string };
    const isSynchronous = (await fetch(`http://127.0.0.1:${this.restPort}/sync`).catch(() => null))?.status === 200;
    if (state !== 'running' && state !== 'streaming') return null;
    return isSynchronous ? 'sync_standby' : (role ?? null);
  }

  /** Makes another node the primary, as before maintenance of this one. */
  async switchTo(other: PatroniNode): Promise<void> {
    const body = JSON.stringify({ leader: this.name, candidate: other.name });
    const answer = await fetch(`http://127.0.0.1:${this.restPort}/switchover`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** As in the operator guide, with shorter waits. */
  private configuration(etcd: string): object {
    const address = { listen: `127.0.0.1:${this.port}`, connect_address: `127.0.0.1:${this.port}` };
    const rest = { listen: `127.0.0.1:${this.restPort}`, connect_address: `127.0.0.1:${this.restPort}` };
    const login = { username: 'postgres', password: superuserPassword };
    return {
      scope: 'upstander',
      name: this.name,
      restapi: rest,
      etcd3: { host: etcd },
      bootstrap: {
        dcs: {
          ttl: 20,
          loop_wait: 2,
          retry_timeout: 3,
          synchronous_mode: true,
          postgresql: { use_pg_rewind: true, parameters: { fsync: 'off', max_connections: 100, wal_log_hints: 'on' } },
        },
        initdb: [{ encoding: 'UTF8' }, 'data-checksums', 'no-sync'],
      },
      postgresql: {
        ...address,
        data_dir: join(this.folder, this.name),
        bin_dir: patroni!.binaries,
        pgpass: join(this.folder, `${this.name}.pgpass`),
        authentication: { superuser: login, replication: login, rewind: login },
        pg_hba: ['host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256'],
        parameters: { unix_socket_directories: '' },
        basebackup: [{ checkpoint: 'fast' }],
      },
    };
  }
}

export interface PatroniCluster {
  nodes: [PatroniNode, PatroniNode];
  /** Settings of the programs, with both nodes in each address. */
  settings: Record<string, string>;
  /** Waits for one primary with a synchronous standby, and returns both. */
  pair(): Promise<{ primary: PatroniNode; standby: PatroniNode }>;
  start(node: PatroniNode): void;
  end(): Promise<void>;
}

/** Starts etcd and two nodes with synchronous replication, and migrates the databases. */
export async function aPatroniCluster(): Promise<PatroniCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-patroni-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const [client, peer] = [`127.0.0.1:${await aFreePort()}`, `127.0.0.1:${await aFreePort()}`];
  const options = {
    'data-dir': join(folder, 'etcd'),
    'listen-client-urls': `http://${client}`,
    'advertise-client-urls': `http://${client}`,
    'listen-peer-urls': `http://${peer}`,
    'initial-advertise-peer-urls': `http://${peer}`,
    'initial-cluster': `default=http://${peer}`,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const etcd = spawn(patroni!.etcd, args, { ...user, cwd: '/', stdio: 'ignore', env: environment });
  const node = async (name: string) => new PatroniNode(folder, name, await aFreePort(), await aFreePort());
  const nodes: [PatroniNode, PatroniNode] = [await node('one'), await node('two')];
  const [first, second] = nodes;
  const pair = async () => {
    let found: { primary: PatroniNode; standby: PatroniNode } | null = null;
    await eventually(async () => {
      const roles = await Promise.all(nodes.map((one) => one.role()));
      const [primary, standby] = [nodes[roles.indexOf('primary')], nodes[roles.indexOf('sync_standby')]];
      found = primary && standby ? { primary, standby } : null;
      return found !== null;
    }, 60);
    return found!;
  };
  const end = async () => {
    await Promise.allSettled(nodes.map((one) => one.kill()));
    const gone = once(etcd, 'exit');
    etcd.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    first.start(client);
    await eventually(async () => (await first.role()) === 'primary', 30);
    const urls = await installUpstander(first.url);
    second.start(client);
    await pair();
    const hosts = nodes.map(({ host }) => host).join(',');
    const settings = settingsFor(urls, hosts, '?target_session_attrs=read-write');
    return { nodes, pair, settings, start: (one) => one.start(client), end };
  } catch (error) {
    const outputs = nodes.map(({ name, lastOutput }) => `${name}:\n${lastOutput}`);
    await end();
    throw new Error(`The cluster did not start.\n${outputs.join('\n')}`, { cause: error });
  }
}
