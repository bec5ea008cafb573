import { handleMissingChunk, consumeReloadMarker } from './newer-version';

function aTab({ online = true } = {}) {
  const kept = new Map<string, string>();
  const tab = { minute: 10, loads: 0 };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const now = () => tab.minute * 60_000;
  const gone = () =>
    handleMissingChunk({
      now,
      storage: storage,
      answers: () => Promise.resolve(online),
      reload: () => Promise.resolve(void (tab.loads += 1)),
    });
  return { tab, gone, said: () => consumeReloadMarker(storage, now()) };
}

test('reloads the page once and notifies the user if a script no longer exists', async () => {
  const { tab, gone, said } = aTab();
  expect(said()).toBe(false);
  await gone();
  expect([tab.loads, said(), said()]).toEqual([1, true, false]);
  // Also missing in the newer version, so the error is shown.
  await gone();
  expect(tab.loads).toBe(1);
});

test('reloads again after the next release', async () => {
  const { tab, gone, said } = aTab();
  await gone();
  said();
  tab.minute += 60;
  await gone();
  expect([tab.loads, said()]).toEqual([2, true]);
});

test('does not reload while offline', async () => {
  const { tab, gone } = aTab({ online: false });
  await gone();
  expect(tab.loads).toBe(0);
});
