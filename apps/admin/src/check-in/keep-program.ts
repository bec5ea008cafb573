/**
 * Keeps what this screen is made of for when there is no network: the page itself, and every file of it that was loaded.
 * What was kept before stays until `isAll` has been loaded. Resolves to whether it is kept; a browser that cannot goes on without.
 */
export async function keepProgram(isAll: boolean): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/admin/offline.js', { scope: '/admin/' });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${window.location.origin}/admin/assets/`));
    const kept = new Promise<boolean>((resolve) => {
      navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
        if (data.type === 'kept') resolve(true);
      });
    });
    navigator.serviceWorker.startMessages();
    active.postMessage({ type: 'keep', isAll, urls: [`${window.location.origin}/admin/check-in`, ...new Set(assets)] });
    return await kept;
  } catch {
    return false;
  }
}
