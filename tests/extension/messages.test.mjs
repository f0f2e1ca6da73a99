/** The texts of the interface: the same in every language, none missing, none unused, none written in code. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'zh_CN'];

/** @param {string} folder @param {RegExp} ending @returns {{name: string, text: string}[]} */
const files = (folder, ending) => readdirSync(join(root, folder), { recursive: true }).map(String)
  .filter((name) => ending.test(name)).map((name) => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }));

/** What shows itself to readers, and the tables that it takes its words from. Of Rust, not the words that pages of others use. */
const PARTS = [
  { tables: 'extension/_locales', js: files('extension', /(?<!\.d)\.(?:js|ts)$/), html: files('extension', /\.html$/), others: files('extension', /manifest\.json$/), rust: [...files('src/page', /(?<!choose|choose.boilerplate|tests|hints)\.rs$/), ...files('src/export', /\.rs$/), ...files('src', /^shown\.rs$/)] },
  { tables: 'www/_locales', js: files('www', /(?<!\.d)\.js$/), html: files('www', /index\.html$/), others: [], rust: [] },
];

/** @param {string} folder @param {string} language @returns {Record<string, {message: string}>} */
const table = (folder, language) => JSON.parse(readFileSync(join(root, folder, language, 'messages.json'), 'utf8'));

/** Keys that the registry of warnings builds: src/warning/mod.rs has the parts. */
const warnings = files('src/warning', /\.rs$/).flatMap(({ text }) => [...text.matchAll(/message: "(warning[A-Z]\w+)"/g)])
  .flatMap(([, key]) => ['', 'Noticed', 'Why', 'Standard', 'Settle'].map((part) => key + part));

/** Every string of a script, but for those that no reader sees: names of modules, errors for whoever reads the console. */
function strings(/** @type {{name: string, text: string}} */ { name, text }) {
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The strings of a Rust file, without those of its comments and tests, and without lists of words, which nobody is shown. @param {{text: string}} file */
function rustStrings({ text }) {
  const code = text.split('#[cfg(test)]\nmod ')[0].split('\n').filter((line) => !/^\s*(?:\/\/|#\[)/.test(line)).join('\n');
  return [...code.replaceAll(/\bWords::new\(\s*"[^"]*"/g, '').matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, string]) => string);
}

/** Two words with a space between: a sentence for a reader, unless it is one of the other languages of these files. */
const reads = (/** @type {string} */ string) => /\p{L}{2,}[,.:;]? \p{L}{2,}/u.test(string);
const NOT_READ = [
  // Selectors, style and HTTP.
  /[[\]{}=#>]|^\([a-z-]+: [a-z]+\)$|^[a-z\d-]+( [a-z\d-]+)*(, [a-z\d-]+( [a-z\d-]+)*)+$/,
  // What ends in the console, or in the report of an error.
  /^the engine did not load$|^there is no (?:window|document)$|^the document is empty$/,
  // Space-separated tokens of the platform.
  /^noopener noreferrer$|^use strict$/,
];
const classes = new Set([...files('extension', /\.css$/), ...files('src/page', /\.css$/), ...files('www', /\.css$/)]
  .flatMap(({ text }) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name)));
/** Lists of classes. @param {string} string */
const styles = (string) => string.split(' ').every((word) => classes.has(word));

for (const { tables, js, html, others, rust } of PARTS) {
  const english = table(tables, 'en');
  const inHtml = html.flatMap(({ text }) => [...text.matchAll(/data-(?:message|label)="(\w+)"/g), ...text.matchAll(/[a-z-]+:([a-z]+[A-Z]\w+)/g)].map(([, key]) => key));
  const inManifest = others.flatMap(({ text }) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
  const inCode = [...js.flatMap(strings), ...rust.flatMap(rustStrings)];

  test(`${tables}: there are six languages, with the same keys in the same order`, () => {
    assert.deepEqual(readdirSync(join(root, tables)).sort(), LANGUAGES);
    for (const language of LANGUAGES) assert.deepEqual(Object.keys(table(tables, language)), Object.keys(english), language);
  });

  test(`${tables}: every text takes the same arguments in every language`, () => {
    const taken = (/** @type {string} */ text) => [...text.matchAll(/\$(\d|\w+\$)/g)].map(([, name]) => name).sort().join();
    for (const language of LANGUAGES) {
      for (const [key, { message }] of Object.entries(table(tables, language))) {
        assert.ok(message.trim(), `${language}: ${key} is empty`);
        assert.equal(taken(message), taken(english[key].message), `${language}: ${key}`);
      }
    }
  });

  test(`${tables}: no text was left in English`, () => {
    // Names of published standards are names; a word may be the same in two languages.
    const same = (/** @type {string} */ key) => /^warning\w+Standard$/.test(key) || reads(english[key].message) === false;
    for (const language of LANGUAGES.filter((name) => name !== 'en')) {
      const left = Object.entries(table(tables, language)).filter(([key, { message }]) => message === english[key].message && !same(key));
      assert.deepEqual(left.map(([key]) => key), [], language);
    }
  });

  test(`${tables}: every text that is asked for is there`, () => {
    const asked = [
      ...inHtml, ...inManifest, ...warnings.filter(() => rust.length > 0),
      ...js.flatMap(({ text }) => [...text.matchAll(/\b(?:message|getMessage)\('(\w+)'/g)].map(([, key]) => key)),
      ...rust.flatMap(({ text }) => [...text.matchAll(/\.say\("(\w+)"/g)].map(([, key]) => key)),
      // Keys in tables and arms: whatever begins like one.
      ...inCode.filter((string) => /^(?:popup|options|first|panel|badge|card|source|sure|warning|command|play)[A-Z][A-Za-z]+$/.test(string)),
    ];
    assert.ok(asked.length > 10);
    // The playground says much in the extension's own words.
    const known = { ...table('extension/_locales', 'en'), ...english };
    assert.deepEqual(asked.filter((key) => !known[key]), []);
  });

  test(`${tables}: every text is asked for`, () => {
    const asked = new Set([...inHtml, ...inManifest, ...inCode, ...warnings]);
    assert.deepEqual(Object.keys(english).filter((key) => !asked.has(key)), []);
  });

  test(`${tables}: no text is written in code`, () => {
    const written = inCode.filter((string) => reads(string) && !styles(string) && !NOT_READ.some((pattern) => pattern.test(string)));
    assert.deepEqual(written, []);
    for (const { name, text } of html) {
      const shown = text.replace(/<!--.*?-->|<(script|style|title|noscript)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/gs, ' ');
      assert.deepEqual(shown.match(/\p{L}{2,}/gu)?.filter((word) => word !== 'Hearsay') ?? [], [], name);
      assert.doesNotMatch(text, /\b(?:aria-label|title|placeholder|alt)="[^"]+"/, name);
    }
  });
}

test('what a store shows fits into its field', () => {
  for (const language of LANGUAGES) {
    const { extensionDescription } = table('extension/_locales', language);
    assert.ok([...extensionDescription.message].length <= 132, language);
  }
});
