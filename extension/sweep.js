/**
 * Takes out of a document of our own what an engine that broke has left there: as leave.js does it in pages, where not every browser
 * tells a script which highlights there are.
 */
export function sweep() {
  document.querySelector('hearsay-overlay')?.remove();
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith('hearsay-')) CSS.highlights.delete(name);
}
