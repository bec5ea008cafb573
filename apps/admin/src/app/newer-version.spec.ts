import { partIsGone, takeNewerVersion } from './newer-version';

/** A tab with what it keeps, and the minute it is. */
function aTab({ online = true } = {}) {
  const kept = new Map<string, string>();
  const tab = { minute: 10, loads: 0 };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const now = () => tab.minute * 60_000;
  const gone = () =>
    partIsGone({
      now,
      kept: storage,
      answers: () => Promise.resolve(online),
      reload: () => Promise.resolve(void (tab.loads += 1)),
    });
  return { tab, gone, said: () => takeNewerVersion(storage, now()) };
}

test('who meets a part that is gone has the page loaded again, once, and is told', async () => {
  const { tab, gone, said } = aTab();
  expect(said()).toBe(false);
  await gone();
  expect([tab.loads, said(), said()]).toEqual([1, true, false]);
  // Missing in the newer version too: it is shown as the fault it is.
  await gone();
  expect(tab.loads).toBe(1);
});

test('after the next release it works again', async () => {
  const { tab, gone, said } = aTab();
  await gone();
  said();
  tab.minute += 60;
  await gone();
  expect([tab.loads, said()]).toEqual([2, true]);
});

test('who is offline keeps what is on the screen', async () => {
  const { tab, gone } = aTab({ online: false });
  await gone();
  expect(tab.loads).toBe(0);
});
