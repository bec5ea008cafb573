// Caches the scripts of the check-in screen when it is opened, so that it also opens without a network. Names are not
// cached here: the page stores them encrypted in its own database.
const cacheName = 'check-in';

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep') return;
  const wanted = event.data.urls.filter((url) => url.startsWith(`${self.location.origin}/admin/`));
  const keep = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(wanted);
    // Deletes the files of an earlier release once all files of this one are cached.
    for (const request of event.data.isAll ? await cache.keys() : [])
      if (!wanted.includes(request.url)) await cache.delete(request);
  };
  const answer = (type) => event.source?.postMessage({ type });
  event.waitUntil(
    keep().then(
      () => answer('kept'),
      () => answer('not-kept'),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && /^\/admin\/events\/[^/]+\/check-in$/.test(url.pathname)) {
    // The page is cached under a check-in URL, because only pages served there may use the camera.
    event.respondWith(fetch(request).catch(() => caches.match('/admin/check-in')));
  } else if (url.pathname.startsWith('/admin/assets/')) {
    // File names contain a content hash, so cached files never go stale.
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
