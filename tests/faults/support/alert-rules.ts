import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface AlertRule {
  alert: string;
  expr: string;
  for?: string;
}

export const alertRules = readFileSync(join(process.cwd(), 'deploy/prometheus/alerts.yml'), 'utf8');

export function listAlerts(rules: string): AlertRule[] {
  return (parse(rules) as { groups: { rules: AlertRule[] }[] }).groups.flatMap((group) => group.rules);
}

/**
 * Shortens the waits of alert rules, so that they fire within seconds. Ranges keep a few scrapes. Expressions and
 * thresholds stay. `offset 1d` stays too: there is no shorter time in which a database can grow by a fifth.
 */
export function shortenWaits(rules: string, { wait = '2s', range = '20s' } = {}): string {
  return rules.replaceAll(/^( +for:) \d+[smh]$/gm, `$1 ${wait}`).replaceAll(/\[\d+[smh]\]/g, `[${range}]`);
}
