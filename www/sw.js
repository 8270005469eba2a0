/*
 * The page without the net: after one visit every file of it is kept. While there is a net, it is
 * asked first, so that an update arrives at once; without it all files come from one version.
 */
importScripts('./offline.js');
const { version, files } = self.offline;

/** Other programs of the same origin keep files, too, and so may this page at another address: those are not ours to drop. */
const OURS = `callcheck ${self.registration.scope} `;
const KEPT = OURS + version;

async function store() {
  const cache = await caches.open(KEPT);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(request) {
  const cache = await caches.open(KEPT);
  const found = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  return found ?? Response.error();
}

self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fetch(request).catch(() => kept(request)));
});
