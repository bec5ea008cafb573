// Registers the metrics of all libraries.
import '@upstander/api';
import { healthChecks, metrics } from '@upstander/platform';
import '@upstander/worker';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const deploy = join(__dirname, '../../deploy');
const alarms = parse(readFileSync(join(deploy, 'prometheus/alerts.yml'), 'utf8')) as {
  groups: {
    rules: {
      alert: string;
      expr: string;
      labels: { check?: string };
      annotations: { todo?: string; runbook?: string };
    }[];
  }[];
};
const rules = alarms.groups.flatMap(({ rules: own }) => own);

describe('alerts and dashboards', () => {
  const dashboard = readFileSync(join(deploy, 'grafana/upstander.json'), 'utf8');

  test('use only metrics that exist and cover all of ours', () => {
    const usedMetrics = [...new Set([dashboard, ...rules.map(({ expr }) => expr)].join().match(/upstander_\w+/g))].map(
      (name) => name.replace(/_(?:bucket|count|sum)$/, ''),
    );
    expect(usedMetrics.filter((name) => !metrics.has(name))).toEqual([]);
    expect(metrics.names().filter((name) => !dashboard.includes(name))).toEqual([]);
  });

  test('every Health check that can fail has an alert with the same threshold and instructions', () => {
    for (const [name, { of, badFrom, badBelow, warnFrom }] of healthChecks.all()) {
      const rule = rules.find(({ labels }) => labels.check === name);
      const limit = badBelow === undefined ? `>= ${badFrom ?? warnFrom}` : `< ${badBelow}`;
      expect([name, rule?.expr]).toEqual([name, expect.stringMatching(new RegExp(`\\(${of}\\) ${limit}$`))]);
    }
    expect(rules.filter(({ annotations }) => !annotations.todo).map(({ alert }) => alert)).toEqual([]);
  });

  test('every alert has a section in the runbooks, and none is left of a former alert', () => {
    const runbooks = readFileSync(join(deploy, '../docs/runbooks.md'), 'utf8');
    const sections = [...runbooks.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(rules.map(({ alert }) => alert));
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/runbooks.md#${alert.toLowerCase()}`);
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  (promtool ? test : test.skip)('the alert rules pass their own test cases', () => {
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'alerts.test.yml'], {
      cwd: join(deploy, 'prometheus'),
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });
});
