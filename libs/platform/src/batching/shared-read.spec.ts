import { SharedRead } from './shared-read.js';

/** A read that is answered by hand. */
function byHand() {
  const asked: Array<{ answer: (value: string) => void; fail: (error: Error) => void }> = [];
  const shared = new SharedRead(() => new Promise<string>((answer, fail) => asked.push({ answer, fail })));
  return { asked, shared };
}

test('those who ask while a read is under way share the one that begins after it', async () => {
  const { asked, shared } = byHand();
  const first = shared.get();
  const others = [shared.get(), shared.get(), shared.get()];
  expect(asked).toHaveLength(1);
  asked[0]!.answer('before');
  expect(await first).toBe('before');
  await new Promise(setImmediate);
  expect(asked).toHaveLength(2);
  asked[1]!.answer('after');
  expect(await Promise.all(others)).toEqual(['after', 'after', 'after']);
});

test('what was read is kept for nobody who asks later', async () => {
  const { asked, shared } = byHand();
  const first = shared.get();
  asked[0]!.answer('before');
  await first;
  const later = shared.get();
  asked[1]!.answer('after');
  expect(await later).toBe('after');
});

test('a read that fails is told to those who shared it, and to nobody after them', async () => {
  const { asked, shared } = byHand();
  const first = shared.get();
  const second = shared.get();
  asked[0]!.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await new Promise(setImmediate);
  asked[1]!.answer('back');
  expect(await second).toBe('back');
});
