import { ServerWatch } from './server-watch.js';

const patienceMs = 1_000;

describe('ServerWatch', () => {
  let answer: (error?: Error) => void;
  let askedAt: number;
  let cutAt: number;
  let watch: ServerWatch;
  beforeEach(() => {
    jest.useFakeTimers();
    [askedAt, cutAt] = [0, 0];
    const ask = () => {
      askedAt += 1;
      return new Promise<void>((resolve, reject) => (answer = (error) => (error ? reject(error) : resolve())));
    };
    watch = new ServerWatch(ask, patienceMs);
    for (let n = 0; n < 3; n += 1) watch.add({ cut: () => (cutAt += 1) });
  });
  afterEach(() => jest.useRealTimers());
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  test('reports a server that answers neither statements nor the probe, until the probe succeeds', async () => {
    watch.startWaiting();
    await pass(patienceMs);
    expect([watch.isUnavailable, cutAt, askedAt]).toEqual([true, 3, 1]);
    answer(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    await pass(100);
    expect([watch.isUnavailable, askedAt]).toEqual([true, 2]);
    // "Too many clients" is an answer too.
    answer(Object.assign(new Error('sorry'), { code: '53300', severity: 'FATAL' }));
    await pass(0);
    expect(watch.isUnavailable).toBe(false);
  });

  test('does not probe while other statements are answered', async () => {
    watch.startWaiting();
    for (let n = 0; n < 10; n += 1) {
      watch.startWaiting();
      await pass(patienceMs / 4);
      watch.endWaiting(true);
    }
    expect([watch.isUnavailable, askedAt]).toEqual([false, 0]);
  });

  test('does not report a server that answers the probe', async () => {
    watch.startWaiting();
    for (let n = 0; n < 10; n += 1) {
      await pass(patienceMs / 2);
      answer();
    }
    expect([watch.isUnavailable, cutAt]).toEqual([false, 0]);
  });

  test('does not report a server that refuses the probe immediately', async () => {
    watch.startWaiting();
    for (let n = 0; n < 100; n += 1) {
      await pass(patienceMs / 50);
      if (askedAt > 0) answer(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    }
    expect([watch.isUnavailable, askedAt > 5]).toEqual([false, true]);
  });

  test('stops probing when no statement is waiting', async () => {
    watch.startWaiting();
    await pass(patienceMs / 5);
    watch.endWaiting(false);
    await pass(patienceMs * 5);
    expect([watch.isUnavailable, askedAt, jest.getTimerCount()]).toEqual([false, 0, 0]);
  });
});
