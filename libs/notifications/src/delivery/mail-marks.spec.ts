import type { MailOutcome } from './mail-claims.js';
import { MailMarks } from './mail-marks.js';

const sentOutcome = (n: number): MailOutcome => ({ id: String(n), status: 'sent', at: new Date(0) });

test('writes results in ordered groups, one write at a time', async () => {
  const groups: string[][] = [];
  let writing = 0;
  const marks = new MailMarks(async (group) => {
    writing += 1;
    expect(writing).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    groups.push(group.map(({ id }) => id));
    writing -= 1;
  });
  for (let n = 0; n < 25; n += 1) marks.add(sentOutcome(n));
  await marks.flush();
  expect(groups.map((group) => group.length)).toEqual([20, 5]);
  expect(groups.flat()).toEqual(Array.from({ length: 25 }, (_, n) => String(n)));
});

test('stops sending while the database is unavailable and loses no results', async () => {
  const groups: string[][] = [];
  let resolveAway: () => void = () => undefined;
  const away = new Promise<void>((resolve) => (resolveAway = resolve));
  let isAway = true;
  const marks = new MailMarks(async (group) => {
    if (isAway) {
      await away;
      isAway = false;
      throw new Error('The database is starting up.');
    }
    groups.push(group.map(({ id }) => id));
  });
  let added = 0;
  const sending = (async () => {
    for (; added < 90; added += 1) {
      await marks.waitForRoom();
      marks.add(sentOutcome(added));
    }
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(added).toBe(40);
  resolveAway();
  await sending;
  await marks.flush();
  expect(groups.flat()).toHaveLength(90);
});
