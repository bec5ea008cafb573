import { ReplicaLag } from './replica-lag.js';

function aPair(maxLag = 10_000) {
  const now = { ms: 1_000_000 };
  const primary = { lsn: '0/10', cluster: 'ours' };
  const replica = { standby: true, lsn: '0/10' as string | null, cluster: 'ours', server: 'one', away: false };
  const lag = new ReplicaLag(
    async () => [primary] as never,
    async () => {
      if (replica.away) throw new Error('ECONNREFUSED');
      return [replica] as never;
    },
    maxLag,
    () => now.ms,
  );
  return { now, primary, replica, lag };
}

describe('replica lag', () => {
  test('is unknown before the first measurement', () => {
    expect(aPair().lag.isFresh).toBe(false);
  });

  test('is zero while the replica matches the primary, however long nothing is written', async () => {
    const { now, lag } = aPair();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      now.ms += 60_000;
      expect(await lag.measure()).toBe('ok');
      expect(lag.age).toBe(0);
    }
  });

  test('grows when replay stops and resets when the replica catches up', async () => {
    const { now, primary, replica, lag } = aPair();
    expect(await lag.measure()).toBe('ok');
    primary.lsn = '1/0';
    for (let seconds = 1; seconds <= 10; seconds += 1) {
      now.ms += 1_000;
      expect(await lag.measure()).toBe('ok');
      expect(lag.age).toBe(seconds * 1_000);
    }
    now.ms += 1_000;
    expect(await lag.measure()).toBe('behind');
    replica.lsn = '0/FFFFFFFF';
    expect(await lag.measure()).toBe('behind');
    replica.lsn = '1/0';
    expect(await lag.measure()).toBe('ok');
  });

  test('grows while nothing is measured', async () => {
    const { now, lag } = aPair();
    await lag.measure();
    now.ms += 10_001;
    expect(lag.isFresh).toBe(false);
  });

  test('is unknown for a server that is unavailable, not a standby, or in another cluster', async () => {
    for (const [change, state] of [
      [{ away: true }, 'away'],
      [{ standby: false }, 'no-standby'],
      [{ lsn: null }, 'no-standby'],
      [{ cluster: 'theirs' }, 'another-cluster'],
    ] as const) {
      const { replica, lag } = aPair();
      await lag.measure();
      Object.assign(replica, change);
      expect([await lag.measure(), lag.isFresh]).toEqual([state, false]);
    }
  });

  test('is unknown after another server takes over the host name', async () => {
    const { replica, lag } = aPair();
    await lag.measure();
    Object.assign(replica, { server: 'two', lsn: '0/1' });
    expect([await lag.measure(), lag.isFresh]).toEqual(['behind', false]);
  });
});
