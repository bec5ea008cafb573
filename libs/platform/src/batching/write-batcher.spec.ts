import { WriteBatcher } from './write-batcher.js';

function manualBatcher() {
  const calls: Array<{ inputs: number[]; answer: (outputs: Array<number | Error>) => void; fail: (e: Error) => void }> =
    [];
  const batcher = new WriteBatcher<number, number>(
    (inputs) => new Promise((answer, fail) => calls.push({ inputs, answer, fail })),
    3,
  );
  return { batcher, calls };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('WriteBatcher', () => {
  test('sends a single request immediately and batches later requests in arrival order', async () => {
    const { batcher, calls } = manualBatcher();
    const first = batcher.add(1);
    await nextTurn();
    expect(calls.map((c) => c.inputs)).toEqual([[1]]);
    const otherWrites = [batcher.add(2), batcher.add(3)];
    await nextTurn();
    expect(calls).toHaveLength(1);
    calls[0]!.answer([10]);
    await expect(first).resolves.toBe(10);
    await nextTurn();
    expect(calls[1]!.inputs).toEqual([2, 3]);
    calls[1]!.answer([20, 30]);
    await expect(Promise.all(otherWrites)).resolves.toEqual([20, 30]);
  });

  test('rejects only the caller whose item failed', async () => {
    const { batcher, calls } = manualBatcher();
    const [badWrite, goodWrite] = [batcher.add(1), batcher.add(2)];
    await nextTurn();
    calls[0]!.answer([new Error('full'), 20]);
    await expect(badWrite).rejects.toThrow('full');
    await expect(goodWrite).resolves.toBe(20);
  });

  test('continues after a whole batch fails', async () => {
    const { batcher, calls } = manualBatcher();
    const lostWrite = batcher.add(1);
    await nextTurn();
    const next = batcher.add(2);
    calls[0]!.fail(new Error('the database went away'));
    await expect(lostWrite).rejects.toThrow('went away');
    await nextTurn();
    calls[1]!.answer([20]);
    await expect(next).resolves.toBe(20);
  });

  test('limits the size of a batch', async () => {
    const { batcher, calls } = manualBatcher();
    const all = [1, 2, 3, 4].map((n) => batcher.add(n));
    await nextTurn();
    expect(calls[0]!.inputs).toEqual([1, 2, 3]);
    calls[0]!.answer([1, 2, 3]);
    await nextTurn();
    calls[1]!.answer([4]);
    await expect(Promise.all(all)).resolves.toEqual([1, 2, 3, 4]);
    await batcher.idle();
  });
});
