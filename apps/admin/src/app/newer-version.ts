/** What this tab keeps until it is closed: when it loaded itself again, and whether that was said. */
const key = 'upstander:newer-version';
const patience = 60_000;

interface Page {
  now(): number;
  kept: Pick<Storage, 'getItem' | 'setItem'>;
  /** Whether the server answers: offline, a load would throw away what is here. */
  answers(): Promise<boolean>;
  /** Keeps what was typed, and loads the page again. */
  reload(): Promise<void>;
}

/**
 * A part of this program that is not there any more: another version has taken its place. The page loads itself again,
 * once; a part that is missing from the new one as well is a fault, and shown as one.
 */
export async function partIsGone(page: Page): Promise<void> {
  const last = Number.parseInt(page.kept.getItem(key) ?? '0');
  if (page.now() - last < patience || !(await page.answers())) return;
  page.kept.setItem(key, String(page.now()));
  await page.reload();
}

/** Whether the page has just loaded itself again, which is to be said; true once. */
export function takeNewerVersion(kept: Page['kept'], now: number): boolean {
  const at = kept.getItem(key);
  if (at === null || at.endsWith('!') || now - Number(at) > patience) return false;
  // A note remains, so that a part that is missing for good does not load the page for ever.
  kept.setItem(key, `${at}!`);
  return true;
}
