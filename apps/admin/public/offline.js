// Lets the check-in screen open without a network: its program is cached here once the screen has been opened. Names are
// not cached: they are sealed in the page's own database.
const cacheName = 'check-in';

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep') return;
  const wanted = event.data.urls.filter((url) => url.startsWith(`${self.location.origin}/admin/`));
  const keep = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(wanted);
    // What an earlier release was made of goes once all of this one is here: what is kept beside the list comes last.
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
    // Kept under an address of this kind: only what was served there may use the camera.
    event.respondWith(fetch(request).catch(() => caches.match('/admin/check-in')));
  } else if (url.pathname.startsWith('/admin/assets/')) {
    // Their names change with what is in them.
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
