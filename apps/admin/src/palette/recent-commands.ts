const storageKey = 'upstander.recent-commands';
const maxCount = 5;

/** Search results are never stored. */
export function recentCommands(storage: Storage = localStorage): string[] {
  return (storage.getItem(storageKey) ?? '').split(' ').filter(Boolean);
}

export function rememberCommand(id: string, storage: Storage = localStorage): void {
  const ids = [id, ...recentCommands(storage).filter((other) => other !== id)];
  storage.setItem(storageKey, ids.slice(0, maxCount).join(' '));
}
