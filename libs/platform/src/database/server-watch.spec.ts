import { ServerWatch } from './server-watch.js';

const patience = 1_000;

describe('ServerWatch', () => {
  let answer: (error?: Error) => void;
  let asked: number;
  let cut: number;
  let watch: ServerWatch;
  beforeEach(() => {
    jest.useFakeTimers();
    [asked, cut] = [0, 0];
    const ask = () => {
      asked += 1;
      return new Promise<void>((resolve, reject) => (answer = (error) => (error ? reject(error) : resolve())));
    };
    watch = new ServerWatch(ask, patience);
    for (let n = 0; n < 3; n += 1) watch.join({ cut: () => (cut += 1) });
  });
  afterEach(() => jest.useRealTimers());
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  test('reports a server that answers neither statements nor the probe, until the probe succeeds', async () => {
    watch.waits();
    await pass(patience);
    expect([watch.isUnavailable, cut, asked]).toEqual([true, 3, 1]);
    answer(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    await pass(100);
    expect([watch.isUnavailable, asked]).toEqual([true, 2]);
    // "Too many clients" is an answer too.
    answer(Object.assign(new Error('sorry'), { code: '53300', severity: 'FATAL' }));
    await pass(0);
    expect(watch.isUnavailable).toBe(false);
  });

  test('does not probe while other statements are answered', async () => {
    watch.waits();
    for (let n = 0; n < 10; n += 1) {
      watch.waits();
      await pass(patience / 4);
      watch.ends(true);
    }
    expect([watch.isUnavailable, asked]).toEqual([false, 0]);
  });

  test('does not report a server that answers the probe', async () => {
    watch.waits();
    for (let n = 0; n < 10; n += 1) {
      await pass(patience / 2);
      answer();
    }
    expect([watch.isUnavailable, cut]).toEqual([false, 0]);
  });

  test('does not report a server that refuses the probe immediately', async () => {
    watch.waits();
    for (let n = 0; n < 100; n += 1) {
      await pass(patience / 50);
      if (asked > 0) answer(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    }
    expect([watch.isUnavailable, asked > 5]).toEqual([false, true]);
  });

  test('stops probing when no statement is waiting', async () => {
    watch.waits();
    await pass(patience / 5);
    watch.ends(false);
    await pass(patience * 5);
    expect([watch.isUnavailable, asked, jest.getTimerCount()]).toEqual([false, 0, 0]);
  });
});
