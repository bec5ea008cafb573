/** Session storage key: time of the last automatic reload, and whether the user was notified. */
const key = 'upstander:newer-version';
const minReloadIntervalMs = 60_000;

interface Page {
  now(): number;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  answers(): Promise<boolean>;
  reload(): Promise<void>;
}

/** Reloads once, because a new version may have replaced the script. The second time, the error is shown. */
export async function handleMissingChunk(page: Page): Promise<void> {
  const lastReload = Number.parseInt(page.storage.getItem(key) ?? '0');
  if (page.now() - lastReload < minReloadIntervalMs || !(await page.answers())) return;
  page.storage.setItem(key, String(page.now()));
  await page.reload();
}

/** Returns true once, so that the user can be notified. */
export function consumeReloadMarker(storage: Page['storage'], now: number): boolean {
  const at = storage.getItem(key);
  if (at === null || at.endsWith('!') || now - Number(at) > minReloadIntervalMs) return false;
  // The marker stays, so a permanently missing script can't cause a reload loop.
  storage.setItem(key, `${at}!`);
  return true;
}
