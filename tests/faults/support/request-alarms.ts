import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../../support/eventually.js';
import type { Prometheus } from './prometheus.js';

/** Alerts about requests that fail or wait. Without a worker, others fire, too. */
const requestAlerts = ['UpstanderFaults', 'UpstanderRouteFails', 'UpstanderSlow', 'UpstanderWaitsForConnections'];

/** Collects the alerts about requests while something happens. Does nothing without Prometheus. */
export class RequestAlarms {
  readonly raised = new Set<string>();
  private isOver = false;
  private watched: Promise<void> = Promise.resolve();

  constructor(private readonly prometheus: Prometheus | undefined) {}

  /** Waits until alerts of the former mistake have ended. */
  async start(): Promise<void> {
    const { prometheus } = this;
    if (!prometheus) return;
    await eventually(async () => (await prometheus.scrapes()) > 0 && (await this.firing()).length === 0, 120);
    this.watched = this.watch();
  }

  stop(): Promise<void> {
    this.isOver = true;
    return this.watched;
  }

  /** Waits for an alert. Without one, the test fails by its own expectation. */
  async raise(): Promise<void> {
    if (this.prometheus) await eventually(() => this.raised.size > 0).catch(() => undefined);
  }

  private async watch(): Promise<void> {
    while (!this.isOver) {
      for (const alert of await this.firing()) this.raised.add(alert);
      await wait(500);
    }
  }

  private async firing(): Promise<string[]> {
    const firing = (await this.prometheus?.firing()) ?? new Set<string>();
    return requestAlerts.filter((alert) => firing.has(alert));
  }
}
