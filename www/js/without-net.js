/** Lets the browser keep the page, so that it opens without the net after one visit. One that cannot, or may not, goes on without. */
export function keepWithoutNet() {
  navigator.serviceWorker?.register('./sw.js', { updateViaCache: 'none' }).catch(() => {});
}
