// Lets the check-in screen open without a network: its program is kept here once the screen has been opened. Names are
// not: those are in the page's own database, and leave it when somebody signs out.
const cacheName = 'check-in';

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep') return;
  const wanted = event.data.urls.filter((url) => url.startsWith(`${self.location.origin}/admin/`));
  event.waitUntil(
    caches.open(cacheName).then(async (cache) => {
      await cache.addAll(wanted);
      // What an earlier release was made of goes once all of this one is here: what is kept beside the list comes last.
      for (const request of event.data.isAll ? await cache.keys() : [])
        if (!wanted.includes(request.url)) await cache.delete(request);
      event.source?.postMessage({ type: 'kept' });
    }),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && /^\/admin\/events\/[^/]+\/(?:check-in|kiosk)$/.test(url.pathname)) {
    // Kept under an address of this kind: only what was served there may use the camera.
    event.respondWith(fetch(request).catch(() => caches.match('/admin/check-in')));
  } else if (url.pathname.startsWith('/admin/assets/')) {
    // Their names change with what is in them.
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
