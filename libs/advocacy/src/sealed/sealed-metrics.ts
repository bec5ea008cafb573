import { Clock, MetricSource, poolOf, type Measurement, type Measures } from '@upstander/platform';
import { TrailHead } from '../trail/trail-head.js';
import { SealedDatabase } from '../database/sealed-database.js';
import { SealedHealth } from './sealed-health.js';
import { SealedZone } from './sealed-zone.js';

/** Rounds ages to 15 minutes, so metrics don't reveal when someone wrote. */
const step = 900;

/** Metrics of the sealed zone: its availability and the age of the oldest unassigned record. Never counts. */
@MetricSource()
export class SealedMetrics implements Measures {
  constructor(
    private readonly database: SealedDatabase,
    private readonly health: SealedHealth,
    private readonly zone: SealedZone,
    private readonly trail: TrailHead,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    if (!this.zone.isOpen) return [];
    const pools = [...poolOf('sealed', this.database.rows), ...poolOf('keys', this.database.keys)];
    const isUp = (await this.health.checkState()) === 'ok';
    const upMeasurement: Measurement = { name: 'upstander_sealed_up', value: isUp ? 1 : 0 };
    return isUp
      ? [...pools, upMeasurement, ...(await this.measureWaiting()), ...(await this.measureTrailCheck())]
      : [...pools, upMeasurement];
  }

  private async measureWaiting(): Promise<Measurement[]> {
    const [row] = await this.zone.runAs({ kind: 'system', job: 'make-message-notices' }, (tx) =>
      tx.query<{ oldest: Date | null }>(
        `SELECT min(created_at) AS oldest FROM (
           SELECT created_at FROM sealed.application WHERE status = 'new' AND taken_by IS NULL
           UNION ALL SELECT created_at FROM sealed.consultation WHERE status = 'new' AND taken_by IS NULL
         ) unassigned`,
      ),
    );
    const seconds = row?.oldest ? (this.clock.now().valueOf() - row.oldest.valueOf()) / 1000 : 0;
    return [{ name: 'upstander_advocate_queue_oldest_seconds', value: Math.floor(seconds / step) * step }];
  }

  private async measureTrailCheck(): Promise<Measurement[]> {
    const last = await this.trail.lastCheck();
    if (!last) return [];
    const age = (this.clock.now().valueOf() - last.checkedAt.valueOf()) / 1000;
    return [
      { name: 'upstander_trail_check_broken', value: last.firstInvalidRow === null ? 0 : 1 },
      { name: 'upstander_trail_check_age_seconds', value: Math.max(0, age) },
    ];
  }
}
