/**
 * The scripts that every page carries, as small as they get; the sources keep their comments and their names, and
 * travel beside the packages for whoever reviews them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const extension = join(import.meta.dirname, '../extension');

/** What runs on every page, by the manifest, and nothing else of the extension is touched. @type {string[]} */
export const EVERYWHERE = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).content_scripts[0].js;

/** @param {string} name one of `EVERYWHERE` */
export function small(name) {
  const code = readFileSync(join(extension, name), 'utf8');
  // Plain scripts share their global names: without a format, esbuild leaves those alone.
  return transformSync(code, { minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none' }).code.trimEnd();
}
