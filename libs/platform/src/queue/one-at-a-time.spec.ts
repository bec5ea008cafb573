import { SerialRunner } from './one-at-a-time.js';

test('runs a job once more if it was requested while running, however often', async () => {
  const locks = new SerialRunner();
  const finish: Array<() => void> = [];
  const work = () => new Promise<void>((resolve) => finish.push(resolve));
  const first = locks.run('job', work);
  await Promise.all([locks.run('job', work), locks.run('job', work)]);
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
  const locks = new SerialRunner();
  await expect(locks.run('job', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const doneTasks: string[] = [];
  await locks.run('job', async () => void doneTasks.push('done'));
  expect(doneTasks).toEqual(['done']);
});
