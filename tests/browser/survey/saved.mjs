/**
 * News pages that were saved once. They lie in the folder `shared` beside the checkout, or where `HEARSAY_SHARED` says,
 * and are no part of the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** @typedef {{id: string, url: string, body: string}} Saved */

export const shared = process.env.HEARSAY_SHARED ?? join(import.meta.dirname, '../../../../shared');
export const folder = join(shared, 'pages');

/** All of them; none where the folder is missing. @returns {Saved[]} */
export function pages() {
  const list = join(folder, 'bodies.jsonl');
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
}

/**
 * Without its scripts a page stays as it was saved; what it declares about itself stays too. Handlers of missing pictures
 * would ask for others for ever. @param {string} id
 */
export const markup = (id) => gunzipSync(readFileSync(join(folder, `${id}.html.gz`))).toString('utf8')
  .replace(/<script\b(?![^>]*application\/ld\+json)[\s\S]*?<\/script\s*>/gi, '')
  .replace(/(<[a-z][^<>]*?)\son[a-z]+=(?:"[^"]*"|'[^']*')/gi, '$1');
