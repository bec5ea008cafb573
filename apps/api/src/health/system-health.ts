import { Injectable } from '@nestjs/common';
import { releaseFacts } from '@upstander/db';
import { currentStaffAction, type Actor, Features, type FeatureName, isAdmin } from '@upstander/identity';
import {
  Acknowledgement,
  Clock,
  type HealthCheck,
  healthChecks,
  healthState,
  JobQueue,
  type JobName,
  type JobRun,
  JobRuns,
  jobs,
  type Measurement,
  Metrics,
  notFound,
} from '@upstander/platform';
import type { HealthCheckResult, JobHealth, SystemHealth } from './system-health.type.js';

/** Checks that say nothing in an installation without the feature. */
const featureOfCheck: Readonly<Record<string, FeatureName>> = {
  'advocates-answer': 'sealed_zone',
  'sealed-zone-answers': 'sealed_zone',
  'trail-is-whole': 'sealed_zone',
  'ledger-agrees': 'fundraising',
  'ledger-is-checked': 'fundraising',
  'ledger-is-read-whole': 'fundraising',
  'webhooks-arrive': 'fundraising',
};

const statesByUrgency = ['bad', 'warning', 'unknown', 'fine'];

@Injectable()
export class SystemHealthReads {
  constructor(
    private readonly metrics: Metrics,
    private readonly runs: JobRuns,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly features: Features,
  ) {}

  async findSystemHealth(actor: Actor): Promise<SystemHealth> {
    const [measured, inUse] = await Promise.all([this.metrics.measure(), this.features.findInUse()]);
    const checks = healthChecks
      .all()
      .filter(([, { area }]) => isAdmin(actor) || area === 'money')
      .filter(([name]) => featureOfCheck[name] === undefined || inUse.includes(featureOfCheck[name]))
      .map(([name, check]) => resultOf(name, check, measured))
      .sort((a, b) => statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state));
    const runs = isAdmin(actor) ? await this.runs.list().catch(() => []) : [];
    return {
      version: releaseFacts.version,
      at: this.clock.now(),
      checks,
      jobs: runs.map((run) => jobHealth(run, measured)).sort((a, b) => a.name.localeCompare(b.name)),
    };
  }

  /** @throws Refusal NOT_FOUND */
  runJob(name: string): Acknowledgement {
    if (!jobs.has(name)) throw notFound('This job');
    const action = currentStaffAction();
    if (action) action.detail = name;
    this.queue.enqueue(name as JobName);
    this.metrics.invalidate();
    return { ok: true };
  }
}

function resultOf(name: string, check: HealthCheck, measured: readonly Measurement[]): HealthCheckResult {
  const series = measured.filter((one) => one.name === check.of && one.value !== null);
  const compareBadness = (a: Measurement, b: Measurement) =>
    (check.badBelow === undefined ? b.value! > a.value! : b.value! < a.value!) ? b : a;
  const worst = series.length > 0 ? series.reduce(compareBadness) : null;
  const state = healthState(check, worst?.value ?? null);
  const worstItem = state === 'fine' ? null : (Object.values(worst?.labels ?? {})[0] ?? null);
  return { name, area: check.area, state, value: worst?.value ?? null, worstItem };
}

function jobHealth({ job, every, ...run }: JobRun, measured: readonly Measurement[]): JobHealth {
  const findMeasurement = (name: Measurement['name'], labels: Readonly<Record<string, string>>) =>
    measured.find(
      (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels?.[label] === value),
    )?.value ?? 0;
  const states = [
    healthState(healthChecks.get('jobs-succeed'), run.failures),
    healthState(healthChecks.get('jobs-run'), findMeasurement('upstander_job_overdue_seconds', { job_name: job })),
  ];
  const state = statesByUrgency.find((one) => states.some((two) => two === one)) ?? 'fine';
  const waiting = findMeasurement('upstander_queue_jobs', { job_name: job, state: 'waiting' });
  return { ...run, name: job, state, intervalSeconds: Math.round(every / 1000), waiting };
}
