import './platform.health.js';
import { combineMeasurements } from './combine-measurements.js';
import type { Measurement } from './metric-source.js';

const combine = (ofApi: Measurement[], ofWorker: Measurement[]) => combineMeasurements(ofApi, ofWorker, 'worker');

describe('the measurements of two programs in one process', () => {
  test('contain each series once', () => {
    const bytes: Measurement = { name: 'upstander_database_bytes', value: 7 };
    const jobs = (job: string): Measurement => ({
      name: 'upstander_job_failures',
      labels: { job_name: job },
      value: 0,
    });
    expect(combine([bytes, jobs('a')], [bytes, jobs('a'), jobs('b')])).toEqual([bytes, jobs('a'), jobs('b')]);
  });

  test('report the pools of each', () => {
    const pool = (name: string, value: number): Measurement => ({
      name: 'upstander_database_pool_connections',
      labels: { pool: name, state: 'waiting' },
      value,
    });
    expect(combine([pool('main', 6)], [pool('main', 1)])).toEqual([pool('main', 6), pool('worker-main', 1)]);
  });

  test.each([
    ['upstander_database_up', [1, 0], 0],
    ['upstander_database_up', [0, 1], 0],
    ['upstander_measurement_failed', [0, 1], 1],
    ['upstander_replica_lag_seconds', [9, 2], 9],
    ['upstander_replica_lag_seconds', [null, 2], 2],
    ['upstander_replica_lag_seconds', [3, null], 3],
  ] as const)('report the worse value of %s: of %j, %j', (name, [ofApi, ofWorker], worse) => {
    expect(combine([{ name, value: ofApi }], [{ name, value: ofWorker }])).toEqual([{ name, value: worse }]);
  });
});
