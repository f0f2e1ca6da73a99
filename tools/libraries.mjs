/** The libraries whose code is in the engine that travels: what Cargo.lock pins, without what only helps to compile. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{name: string, version: string, license: string, repository: string | null, checksum: string, folder: string}} Library */

const TARGET = 'wasm32-unknown-unknown';
/** Licence files, and the notices that some licences ask to be passed on. */
const LEGAL = /^(?:licen[cs]e|copying|unlicense|notice)/i;

/** What Cargo.lock says that a package's archive must hash to. @param {string} root @returns {Map<string, string>} by name and version */
function checksums(root) {
  const entry = /name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g;
  return new Map([...readFileSync(join(root, 'Cargo.lock'), 'utf8').matchAll(entry)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/**
 * Sorted by name. Macros and build scripts run in the compiler and leave no code of theirs in the engine.
 * @param {string} root @returns {Library[]}
 */
export function libraries(root) {
  const { packages, resolve } = JSON.parse(execFileSync(
    'cargo', ['metadata', '--locked', '--format-version', '1', '--no-default-features', '--filter-platform', TARGET],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  ));
  const about = new Map(packages.map((/** @type {{id: string}} */ one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((/** @type {{id: string}} */ node) => [node.id, node]));
  const isMacro = (/** @type {string} */ id) => about.get(id).targets.some((/** @type {{kind: string[]}} */ { kind }) => kind.includes('proc-macro'));
  const found = new Set([resolve.root]);
  for (const id of found) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some((/** @type {{kind: string | null}} */ { kind }) => kind === null) && !isMacro(pkg)) found.add(pkg);
    }
  }
  // What has no source is ours.
  for (const id of found) if (about.get(id).source === null) found.delete(id);
  const sums = checksums(root);
  return [...found].map((id) => about.get(id)).map(({ name, version, license, repository, manifest_path: manifest }) => {
    const checksum = sums.get(`${name} ${version}`);
    if (!checksum) throw new Error(`Cargo.lock has no checksum of ${name} ${version}`);
    return { name, version, license: license.replaceAll('/', ' OR '), repository, checksum, folder: dirname(manifest) };
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Its licences and notices, word for word. @param {Library} library @returns {{file: string, text: string}[]} */
export function legal({ name, folder }) {
  const files = readdirSync(folder).filter((file) => LEGAL.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence: look for it and say here where it is`);
  return files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** The standard library, which is compiled in too. @param {string} root @returns {{version: string, notices: string}} */
export function standard(root) {
  const [, version] = /^channel = "(.+)"/m.exec(readFileSync(join(root, 'rust-toolchain.toml'), 'utf8')) ?? [];
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, encoding: 'utf8' }).trim();
  const notices = join(sysroot, 'share/doc/rust/COPYRIGHT-library.html');
  if (!existsSync(notices)) throw new Error(`the toolchain lacks ${notices}: install Rust ${version} again with rustup`);
  return { version, notices };
}
