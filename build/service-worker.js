/**
 * The service worker of the built page: after one visit the page works without network. The build puts three lines in
 * front: VERSION, ENTRY (the page's first script) and FILES (all that belongs to this version).
 *  - The document comes from the network, and from here when there is none.
 *  - Files with a hash in their name never change, so the kept one is as good as any.
 *  - Files of the service reference are kept once they were used; its index comes from the network first.
 */
/* global self, caches, Response, Request, VERSION, ENTRY, FILES */

const PREFIX = 'verdict-page-';
const PAGE = PREFIX + VERSION;
const REFERENCE = 'verdict-reference';
const INDEX = 'iam/index.json';

/** An address below the page's folder, without that folder; undefined for any other. */
function pathOf(url) {
  const scope = self.registration.scope;
  return url.startsWith(scope) ? url.slice(scope.length).split(/[?#]/)[0] : undefined;
}

const isReference = (path) => path.startsWith('iam/');

async function fetched(path) {
  // A file without a hash could come from the browser's own cache, and be of another version.
  const response = await fetch(
    new Request(path, { cache: /-[\w-]{8}\./.test(path) ? 'default' : 'no-cache' }),
  );
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** All or nothing: what an earlier version kept is taken over, the rest is fetched. */
async function install() {
  const cache = await caches.open(PAGE);
  const page = await fetched('./');
  // In the middle of a deployment the document may be another version's: this one is then tried again later.
  if (!(await page.clone().text()).includes(ENTRY)) throw new Error('The document is of another version');
  await Promise.all(
    FILES.map(async (path) => cache.put(path, (await caches.match(path)) ?? (await fetched(path)))),
  );
  await cache.put(INDEX, await fetched(INDEX));
  await cache.put('./', page);
  await self.skipWaiting();
}

/**
 * The version before this one is kept: a page that is still open asks for its files. Older ones go, and so do files
 * of the reference that no index names any more.
 */
async function activate() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PAGE);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
  const index = await (await caches.match(INDEX, { cacheName: PAGE })).text();
  const reference = await caches.open(REFERENCE);
  for (const request of await reference.keys())
    if (!index.includes(`"${pathOf(request.url)?.slice(4)}"`)) await reference.delete(request);
  await self.clients.claim();
  for (const client of await self.clients.matchAll()) client.postMessage({ kind: 'version', entry: ENTRY });
}

/** Keeps files of the reference that the page used before this worker was there. */
async function keep(urls) {
  const reference = await caches.open(REFERENCE);
  for (const url of urls) {
    const path = pathOf(url);
    if (path === undefined || !isReference(path) || path === INDEX) continue;
    if ((await caches.match(url)) === undefined) await reference.put(url, await fetched(url));
  }
}

/** From the network, else what this version kept. */
async function networkFirst(request, kept) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(kept, { cacheName: PAGE })) ?? Response.error();
  }
}

async function keptFirst(request, path) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && isReference(path)) {
    const reference = await caches.open(REFERENCE);
    await reference.put(request.url, response.clone());
  }
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const { kind, urls } = event.data;
  if (kind !== 'keep') return;
  event.waitUntil(
    keep(urls).then(
      () => event.source.postMessage({ kind: 'kept' }),
      () => undefined,
    ),
  );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || path === undefined) return;
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html') event.respondWith(networkFirst(request, './'));
  } else if (path === INDEX) event.respondWith(networkFirst(request, INDEX));
  else if (isReference(path) || FILES.includes(path)) event.respondWith(keptFirst(request, path));
  else if (path.startsWith('assets/')) event.respondWith(keptFirst(request, path));
});
