import { runBatchWithFallback } from './run-batch-with-fallback.js';

const deadlockError = Object.assign(new Error('deadlock detected'), { code: '40P01' });

test('returns an error only for the bad input of a batch', async () => {
  const calls: number[][] = [];
  const run = (inputs: readonly number[]) => {
    calls.push([...inputs]);
    return inputs.includes(2) ? Promise.reject(deadlockError) : Promise.resolve(inputs.map((n) => n * 10));
  };
  expect(await runBatchWithFallback([1, 2, 3], run)).toEqual([10, deadlockError, 30]);
  expect(calls).toEqual([[1, 2, 3], [1], [2], [3]]);
});

test('does not retry a call that may have been committed', async () => {
  let calls = 0;
  const run = () => {
    calls += 1;
    return Promise.reject(new Error('the connection was lost'));
  };
  await expect(runBatchWithFallback([1, 2], run)).rejects.toThrow('the connection was lost');
  expect(calls).toBe(1);
});

test('does not retry a single input', async () => {
  let calls = 0;
  const run = () => {
    calls += 1;
    return Promise.reject(deadlockError);
  };
  await expect(runBatchWithFallback([1], run)).rejects.toThrow('deadlock detected');
  expect(calls).toBe(1);
});
