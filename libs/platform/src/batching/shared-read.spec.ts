import { SharedRead, SharedReads } from './shared-read.js';

function manualRead() {
  const pendingReads: Array<{ answer: (value: string) => void; fail: (error: Error) => void }> = [];
  const shared = new SharedRead(() => new Promise<string>((answer, fail) => pendingReads.push({ answer, fail })));
  return { pendingReads, shared };
}

test('shares the next read among callers that arrive while one is running', async () => {
  const { pendingReads, shared } = manualRead();
  const first = shared.get();
  const otherReads = [shared.get(), shared.get(), shared.get()];
  expect(pendingReads).toHaveLength(1);
  pendingReads[0]!.answer('before');
  expect(await first).toBe('before');
  await new Promise(setImmediate);
  expect(pendingReads).toHaveLength(2);
  pendingReads[1]!.answer('after');
  expect(await Promise.all(otherReads)).toEqual(['after', 'after', 'after']);
});

test('starts a new read for a later caller', async () => {
  const { pendingReads, shared } = manualRead();
  const first = shared.get();
  pendingReads[0]!.answer('before');
  await first;
  const later = shared.get();
  pendingReads[1]!.answer('after');
  expect(await later).toBe('after');
});

test('rejects only the callers that shared a failed read', async () => {
  const { pendingReads, shared } = manualRead();
  const first = shared.get();
  const second = shared.get();
  pendingReads[0]!.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await new Promise(setImmediate);
  pendingReads[1]!.answer('back');
  expect(await second).toBe('back');
});

test('shares concurrent reads with the same key and keeps other keys separate', async () => {
  const pendingReads: Array<{ question: string; answer: (value: string) => void }> = [];
  const reads = new SharedReads<string>();
  const ask = (question: string) =>
    reads.get(question, () => new Promise((answer) => pendingReads.push({ question, answer })));
  const answers = [ask('a'), ask('b'), ask('a'), ask('a')];
  expect(pendingReads.map(({ question }) => question)).toEqual(['a', 'b']);
  pendingReads[0]!.answer('before');
  pendingReads[1]!.answer('b');
  await new Promise(setImmediate);
  expect(pendingReads.map(({ question }) => question)).toEqual(['a', 'b', 'a']);
  pendingReads[2]!.answer('after');
  expect(await Promise.all(answers)).toEqual(['before', 'b', 'after', 'after']);
});

test('removes a key when its reads are done', async () => {
  const reads = new SharedReads<string>();
  let times = 0;
  const ask = () => reads.get('a', () => Promise.resolve(String((times += 1))));
  expect([await ask(), await ask()]).toEqual(['1', '2']);
  await expect(reads.get('b', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect((reads as unknown as { reads: Map<string, unknown> }).reads.size).toBe(0);
});
