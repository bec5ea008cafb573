import { FairQueue } from './fair-queue.js';

const createFullError = () => new Error('full');

test('takes turns, so a single request comes after at most one of each other client', async () => {
  const fairQueue = new FairQueue(1_000);
  const finishedTasks: string[] = [];
  const ask = (client: string) =>
    fairQueue.waitForTurn(
      client,
      () => {
        finishedTasks.push(client);
        return Promise.resolve();
      },
      createFullError,
    );
  const strangerTasks = Array.from({ length: 90 }, (_, i) => ask(`stranger ${i % 3}`));
  await Promise.all([...strangerTasks, ask('Luna')]);
  expect(finishedTasks.indexOf('Luna')).toBeLessThan(6);
  expect(finishedTasks).toHaveLength(91);
});

test('runs one task at a time and continues after a failure', async () => {
  const fairQueue = new FairQueue(10);
  let runningCount = 0;
  const work = async () => {
    runningCount += 1;
    expect(runningCount).toBe(1);
    await Promise.resolve();
    runningCount -= 1;
    throw new Error('broken');
  };
  const results = await Promise.allSettled([
    fairQueue.waitForTurn('a', work, createFullError),
    fairQueue.waitForTurn('b', work, createFullError),
  ]);
  expect(results.map((one) => (one as PromiseRejectedResult).reason as Error).map(({ message }) => message)).toEqual([
    'broken',
    'broken',
  ]);
  await expect(fairQueue.waitForTurn('a', () => Promise.resolve(7), createFullError)).resolves.toBe(7);
});

test('rejects a task when the queue is full', async () => {
  const fairQueue = new FairQueue(1);
  let finish: () => void = () => undefined;
  const first = fairQueue.waitForTurn('a', () => new Promise<void>((resolve) => (finish = resolve)), createFullError);
  const second = fairQueue.waitForTurn('b', () => Promise.resolve(), createFullError);
  await expect(fairQueue.waitForTurn('c', () => Promise.resolve(), createFullError)).rejects.toThrow('full');
  finish();
  await Promise.all([first, second]);
});
