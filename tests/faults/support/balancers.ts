import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';

export interface Balancer {
  url: string;
  start(servers: readonly string[]): Promise<void>;
  /** Waits until both servers get requests. Restarting the next one earlier would leave none. */
  waitForBothServers(): Promise<void>;
  end(): Promise<void>;
}

type Kind = 'haproxy' | 'nginx';

export function isInstalled(kind: Kind): boolean {
  try {
    execFileSync(kind, [kind === 'nginx' ? '-v' : '-vv'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Minimal configurations by an operator. HAProxy checks `/readyz`; nginx, which can't, tries the next server when a
 * connection fails. `max_fails=0` keeps nginx from avoiding a server that just came back.
 */
const configurations: Record<
  Kind,
  (port: number, servers: readonly string[], folder: string, statsPort: number) => string
> = {
  haproxy: (port, servers, _folder, statsPort) => `
    global
      maxconn 2000
    defaults
      mode http
      timeout connect 2s
      timeout client 75s
      timeout server 75s
      # Without it a check has only the half second between two: a busy server would count as gone.
      timeout check 5s
      option http-keep-alive
    frontend seen
      bind 127.0.0.1:${statsPort}
      stats enable
      stats uri /stats
    frontend site
      bind 127.0.0.1:${port}
      default_backend api
    backend api
      balance roundrobin
      option httpchk
      http-check send meth GET uri /readyz
      default-server check inter 500ms fall 2 rise 1
${servers.map((server, n) => `      server api${n} ${new URL(server).host}`).join('\n')}
`,
  nginx: (port, servers, folder) => `
    daemon off;
    pid ${folder}/nginx.pid;
    error_log stderr;
    events { worker_connections 2000; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      upstream api {
${servers.map((server) => `        server ${new URL(server).host} max_fails=0;`).join('\n')}
        keepalive 64;
      }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://api;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $http_host;
        }
      }
    }
`,
};

/** Its URL is known before the servers start. */
export async function startBalancer(kind: Kind): Promise<Balancer> {
  const port = await aFreePort();
  const statsPort = await aFreePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), `${kind}-`));
  const file = join(folder, `${kind}.conf`);
  let stop: () => Promise<void> = () => Promise.resolve();
  return {
    url,
    async start(servers) {
      writeFileSync(file, configurations[kind](port, servers, folder, statsPort));
      const args = kind === 'haproxy' ? ['-q', '-f', file] : ['-p', folder, '-c', file];
      const child = spawn(kind, args, { stdio: 'ignore' });
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      stop = () => {
        child.kill('SIGTERM');
        return exited;
      };
      const isReady = async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok === true;
      await eventually(async () => child.exitCode !== null || (await isReady()));
      if (child.exitCode !== null) throw new Error(`${kind} did not start with ${file}.`);
    },
    async waitForBothServers() {
      // nginx has no health checks.
      if (kind === 'nginx') return;
      const serversUp = async () => {
        const table = await fetch(`http://127.0.0.1:${statsPort}/stats;csv`).then((answer) => answer.text());
        return table.split('\n').filter((line) => /^api,api\d,/.test(line) && line.split(',')[17] === 'UP').length;
      };
      await eventually(async () => (await serversUp()) === 2);
    },
    async end() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
