import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';

export const hasPrometheus = spawnSync('prometheus', ['--version']).status === 0;

/** As long as a program needs to report that it can't measure something (4 seconds). Values are cached for that long, too. */
const scrapeSeconds = 5;

export interface Prometheus {
  setTargets(hosts: readonly string[]): void;
  firing(): Promise<Set<string>>;
  /** Number of scrapes of the targets that succeeded since the start. */
  scrapes(): Promise<number>;
  stop(): Promise<void>;
}

/** Returns samples of a metric from a day ago until the end of a drill that starts now, in OpenMetrics. */
export function yesterday(metric: string, value: number): string {
  const [minute, day] = [60, 86_400];
  const began = Math.floor(Date.now() / 1_000) - day - 5 * minute;
  const lines = Array.from({ length: 60 }, (_, n) => `${metric} ${value} ${began + n * minute}`);
  return [`# TYPE ${metric} gauge`, ...lines, '# EOF', ''].join('\n');
}

/**
 * Starts a Prometheus server with alert rules. It scrapes the targets as the job `upstander`.
 * @param history samples in OpenMetrics that it remembers
 */
export async function startPrometheus(rules: string, history?: string): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-prometheus-'));
  const targets = join(folder, 'targets.json');
  const config = join(folder, 'prometheus.yml');
  const setTargets = (hosts: readonly string[]) => {
    writeFileSync(`${targets}.new`, JSON.stringify([{ targets: hosts }]));
    // Prometheus must not read half a file.
    renameSync(`${targets}.new`, targets);
  };
  setTargets([]);
  writeFileSync(join(folder, 'alerts.yml'), rules);
  writeFileSync(
    config,
    `global: { scrape_interval: ${scrapeSeconds}s, scrape_timeout: ${scrapeSeconds}s, evaluation_interval: 1s }
rule_files: [alerts.yml]
scrape_configs: [{ job_name: upstander, file_sd_configs: [{ files: [targets.json], refresh_interval: 1s }] }]
`,
  );
  const data = join(folder, 'data');
  if (history !== undefined) {
    const samples = join(folder, 'history.txt');
    writeFileSync(samples, history);
    execFileSync('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', samples, data], { stdio: 'ignore' });
  }
  const url = `http://127.0.0.1:${await aFreePort()}`;
  const options = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=${new URL(url).host}`,
    '--log.level=error',
  ];
  const child = spawn('prometheus', options, { stdio: ['ignore', 'ignore', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ask = async <Data>(path: string): Promise<Data> => {
    const answer = (await (await fetch(`${url}/api/v1/${path}`)).json()) as { data: Data };
    return answer.data;
  };
  await eventually(async () => (await fetch(`${url}/-/ready`)).ok);
  return {
    setTargets,
    async firing() {
      const { alerts } = await ask<{ alerts: { state: string; labels: { alertname: string } }[] }>('alerts');
      return new Set(alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname));
    },
    async scrapes() {
      const query = encodeURIComponent('sum(sum_over_time(up{job="upstander"}[1h]))');
      const { result } = await ask<{ result: { value: [number, string] }[] }>(`query?query=${query}`);
      return Number(result[0]?.value[1] ?? 0);
    },
    async stop() {
      process.off('exit', kill);
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
