import { ReplicaLag } from './replica-lag.js';

/** A primary and what follows it, in which a test says where each stands, and what time it is. */
function aPair(most = 10_000) {
  const now = { ms: 1_000_000 };
  const primary = { lsn: '0/10', cluster: 'ours' };
  const replica = { standby: true, lsn: '0/10' as string | null, cluster: 'ours', server: 'one', away: false };
  const lag = new ReplicaLag(
    async () => [primary] as never,
    async () => {
      if (replica.away) throw new Error('ECONNREFUSED');
      return [replica] as never;
    },
    most,
    () => now.ms,
  );
  return { now, primary, replica, lag };
}

describe('how old what a replica shows is', () => {
  test('is not known before it was asked', () => {
    expect(aPair().lag.isFresh).toBe(false);
  });

  test('is nothing while it shows where the primary stands, however long nobody writes', async () => {
    const { now, lag } = aPair();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      now.ms += 60_000;
      expect(await lag.measure()).toBe('ok');
      expect(lag.age).toBe(0);
    }
  });

  test('grows from when it stopped to follow, and it counts again when it has come as far as we know', async () => {
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

  test('runs on while nobody is asked: a line that stands still is no proof', async () => {
    const { now, lag } = aPair();
    await lag.measure();
    now.ms += 10_001;
    expect(lag.isFresh).toBe(false);
  });

  test('is not known of a server that does not answer, is no standby or is of other data', async () => {
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

  test('is not known of another server that stands under the same name', async () => {
    const { replica, lag } = aPair();
    await lag.measure();
    Object.assign(replica, { server: 'two', lsn: '0/1' });
    expect([await lag.measure(), lag.isFresh]).toEqual(['behind', false]);
  });
});
