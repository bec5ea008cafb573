import { FairQueue } from './fair-queue.js';

const full = () => new Error('full');

test('takes turns, so a single request comes after at most one of each other client', async () => {
  const turns = new FairQueue(1_000);
  const finished: string[] = [];
  const ask = (client: string) =>
    turns.waitForTurn(
      client,
      () => {
        finished.push(client);
        return Promise.resolve();
      },
      full,
    );
  const crowd = Array.from({ length: 90 }, (_, i) => ask(`stranger ${i % 3}`));
  await Promise.all([...crowd, ask('Luna')]);
  expect(finished.indexOf('Luna')).toBeLessThan(6);
  expect(finished).toHaveLength(91);
});

test('runs one task at a time and continues after a failure', async () => {
  const turns = new FairQueue(10);
  let under = 0;
  const work = async () => {
    under += 1;
    expect(under).toBe(1);
    await Promise.resolve();
    under -= 1;
    throw new Error('broken');
  };
  const both = await Promise.allSettled([turns.waitForTurn('a', work, full), turns.waitForTurn('b', work, full)]);
  expect(both.map((one) => (one as PromiseRejectedResult).reason as Error).map(({ message }) => message)).toEqual([
    'broken',
    'broken',
  ]);
  await expect(turns.waitForTurn('a', () => Promise.resolve(7), full)).resolves.toBe(7);
});

test('rejects a task when the queue is full', async () => {
  const turns = new FairQueue(1);
  let finish: () => void = () => undefined;
  const first = turns.waitForTurn('a', () => new Promise<void>((resolve) => (finish = resolve)), full);
  const second = turns.waitForTurn('b', () => Promise.resolve(), full);
  await expect(turns.waitForTurn('c', () => Promise.resolve(), full)).rejects.toThrow('full');
  finish();
  await Promise.all([first, second]);
});
