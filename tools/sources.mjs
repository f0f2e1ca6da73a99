/** What the archive of sources holds: the files that git tracks, or, where an archive was unpacked, those of its own list. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the files of an archive, one a line; without git nothing else tells them from what a build left behind. */
export const LIST = 'SOURCES';

/** @param {string} root @returns {string[]} paths in the tree, sorted */
function names(root) {
  if (existsSync(join(root, '.git'))) {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached'], { cwd: root, encoding: 'utf8' });
    return listed.split('\0').filter((name) => name && name !== LIST).sort();
  }
  const list = join(root, LIST);
  if (!existsSync(list)) throw new Error(`there is neither git nor ${LIST} in ${root}: unpack the archive of sources again`);
  return readFileSync(list, 'utf8').split('\n').filter(Boolean);
}

/**
 * The files with their contents as they stand in the tree, and the list of them.
 * @param {string} root @returns {{name: string, bytes: Buffer}[]}
 */
export function sources(root) {
  const found = names(root);
  const list = Buffer.from(`${found.join('\n')}\n`);
  return [...found.map((name) => ({ name, bytes: readFileSync(join(root, name)) })), { name: LIST, bytes: list }];
}
