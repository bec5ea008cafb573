/**
 * Caches this page and all files it has loaded for offline use. If `isAll` is true, deletes the files of older
 * releases. Resolves to true if the page is cached, or false if the browser has no service workers.
 */
export async function cacheForOffline(isAll: boolean): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/admin/offline.js', { scope: '/admin/' });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${window.location.origin}/admin/assets/`));
    const isCached = new Promise<boolean>((resolve) => {
      navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
        if (data.type === 'kept' || data.type === 'not-kept') resolve(data.type === 'kept');
      });
    });
    navigator.serviceWorker.startMessages();
    active.postMessage({ type: 'keep', isAll, urls: [`${window.location.origin}/admin/check-in`, ...new Set(assets)] });
    return await isCached;
  } catch {
    return false;
  }
}
