/** What a package says of the libraries in it: a page with their licences, and a bill of materials (CycloneDX 1.6). */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legal, libraries, standard } from './libraries.mjs';

const NAMES = { page: 'licences.html', rust: 'licences-rust.html', bill: 'bom.json' };

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * One text is shown once, with everyone whom it belongs to: most libraries share the Apache licence word for word.
 * @param {{name: string, version: string, license: string, texts: {file: string, text: string}[]}[]} all
 */
export function page(all) {
  /** @type {Map<string, {title: string, whose: string[]}>} */
  const texts = new Map();
  for (const { name, version, texts: own } of all) {
    for (const { file, text } of own) {
      const same = text.replaceAll('\r\n', '\n').trim();
      const entry = texts.get(same) ?? { title: file, whose: [] };
      entry.whose.push(`${name} ${version}`);
      texts.set(same, entry);
    }
  }
  const rows = all.map(({ name, version, license }) => `<tr><td>${escape(name)}</td><td>${escape(version)}</td><td>${escape(license)}</td></tr>`);
  const sections = [...texts].map(([text, { title, whose }]) => `<section>\n<h2>${escape(title)}</h2>\n<p>${escape(whose.join(', '))}</p>\n<pre>${escape(text)}</pre>\n</section>`);
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hearsay: licences of the libraries</title>
<link rel="stylesheet" href="base.css">
<link rel="stylesheet" href="options.css">
<link rel="stylesheet" href="licences.css">
</head>
<body>
<main>
<h1>Licences of the libraries</h1>
<p>Hearsay itself may be used under the MIT licence or the Apache licence 2.0. These libraries are part of its engine. So is the <a href="${NAMES.rust}">standard library of Rust</a>.</p>
<table>
<thead><tr><th scope="col">Library</th><th scope="col">Version</th><th scope="col">Licence</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/**
 * No serial number and no time: both would differ from build to build, and neither is asked for.
 * @param {string} version of Hearsay @param {import('./libraries.mjs').Library[]} all @param {string} rust its version
 */
export function bill(version, all, rust) {
  const own = { type: 'application', 'bom-ref': 'hearsay', name: 'hearsay', version, licenses: [{ expression: 'MIT OR Apache-2.0' }] };
  const std = { type: 'library', 'bom-ref': 'rust-std', name: 'rust-std', version: rust, licenses: [{ expression: 'MIT OR Apache-2.0' }] };
  const components = all.map(({ name, version: its, license, repository, checksum }) => ({
    type: 'library', 'bom-ref': `pkg:cargo/${name}@${its}`, name, version: its, hashes: [{ alg: 'SHA-256', content: checksum }],
    licenses: [{ expression: license }], purl: `pkg:cargo/${name}@${its}`,
    ...(repository ? { externalReferences: [{ type: 'vcs', url: repository }] } : {}),
  }));
  return { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: own }, components: [...components, std] };
}

/** Writes them into a package's folder. @param {string} root @param {string[]} folders */
export function writeLegal(root, folders) {
  const { version } = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));
  const all = libraries(root);
  const rust = standard(root);
  const html = page(all.map((library) => ({ ...library, texts: legal(library) })));
  const bom = `${JSON.stringify(bill(version, all, rust.version), null, 2)}\n`;
  for (const folder of folders) {
    writeFileSync(join(folder, NAMES.page), html);
    cpSync(rust.notices, join(folder, NAMES.rust));
    writeFileSync(join(folder, NAMES.bill), bom);
  }
}
