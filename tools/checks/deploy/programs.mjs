import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProgram, findOnPath, root } from '../../lib/paths.mjs';

/** Maximum score of `systemd-analyze security`, from 0 (safest) to 10 (unprotected). */
const exposure = 1.5;

/** @returns {{ faults: string[], missing: string[] }} `missing`: programs that are not installed */
export function programFaults() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const missing = [];
  const faults = [];
  const ask = (name, judge) => {
    const program = findOnPath(name) ?? [`/usr/sbin/${name}`].find(isProgram);
    if (!program) missing.push(name);
    else faults.push(...judge(program).map((what) => `${name}: ${what}`));
  };
  try {
    const certificate = findOnPath('openssl') && selfSigned(folder);
    if (!certificate) missing.push('openssl');
    else {
      ask('haproxy', (program) => {
        const file = join(folder, 'haproxy.cfg');
        writeFileSync(file, readDeployFile('haproxy/haproxy.cfg').replace('/etc/haproxy/certs/', certificate.both));
        return runProgram(program, ['-c', '-q', '-f', file]);
      });
      ask('nginx', (program) => {
        const site = join(folder, 'upstander.conf');
        writeFileSync(
          site,
          readDeployFile('nginx/upstander.conf')
            .replace('/etc/ssl/upstander/fullchain.pem', certificate.chain)
            .replace('/etc/ssl/upstander/privkey.pem', certificate.key),
        );
        const file = join(folder, 'nginx.conf');
        const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
          (of) => `${of}_temp_path ${folder}/${of};`,
        );
        writeFileSync(file, `pid ${folder}/pid; events {} http { ${temporary.join(' ')} include ${site}; }`);
        return runProgram(program, ['-t', '-q', '-e', 'stderr', '-p', folder, '-c', file]);
      });
    }
    // Debian 13 ships Caddy 2.6. `adapt` needs neither a certificate nor the network.
    ask('caddy', (program) =>
      runProgram(program, ['adapt', '--adapter', 'caddyfile', '--config', join(root, 'deploy/caddy/Caddyfile')]),
    );
    ask('systemd-analyze', (program) =>
      readdirSync(join(root, 'deploy/systemd'))
        .filter((name) => name.endsWith('.service'))
        .map((name) => join(root, 'deploy/systemd', name))
        .flatMap((unit) => [
          ...runProgram(program, ['verify', unit], /\.service/),
          ...runProgram(program, ['security', '--offline=true', `--threshold=${exposure * 10}`, '--no-pager', unit]),
        ]),
    );
    return { faults, missing };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readDeployFile = (path) => readFileSync(join(root, 'deploy', path), 'utf8');

/** Returns the output of a failing program, or only the matching lines. Ignores missing executables. */
function runProgram(program, args, only) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return [];
  const lines = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !/is not executable|Failed to open \/dev/.test(line));
  return only ? lines.filter((line) => only.test(line)) : lines.slice(-5);
}

/** Creates a short-lived certificate, because both programs refuse a config that names a missing one. */
function selfSigned(folder) {
  const [chain, key, both] = ['chain.pem', 'key.pem', 'both.pem'].map((name) => join(folder, name));
  mkdirSync(folder, { recursive: true });
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const { status } = spawnSync('openssl', [...args, '-subj', '/CN=localhost', '-keyout', key, '-out', chain], {
    stdio: 'ignore',
  });
  if (status !== 0) return null;
  writeFileSync(both, readFileSync(chain, 'utf8') + readFileSync(key, 'utf8'));
  return { chain, key, both };
}
