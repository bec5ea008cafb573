import { OneAtATime } from './one-at-a-time.js';

test('runs a job once more if it was requested while running, however often', async () => {
  const turns = new OneAtATime();
  const finish: Array<() => void> = [];
  const work = () => new Promise<void>((resolve) => finish.push(resolve));
  const first = turns.run('job', work);
  await Promise.all([turns.run('job', work), turns.run('job', work)]);
  expect(finish).toHaveLength(1);
  finish[0]!();
  await Promise.resolve();
  await Promise.resolve();
  expect(finish).toHaveLength(2);
  finish[1]!();
  await first;
  expect(finish).toHaveLength(2);
});

test('can run a job again after it fails', async () => {
  const turns = new OneAtATime();
  await expect(turns.run('job', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const done: string[] = [];
  await turns.run('job', async () => void done.push('done'));
  expect(done).toEqual(['done']);
});
