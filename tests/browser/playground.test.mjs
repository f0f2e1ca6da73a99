/**
 * The playground in a real browser, as `./build.sh` left it in `dist/www`: over HTTP and from disk, in Chromium and in
 * Firefox. `HEARSAY_BROWSERS=chromium` runs one of them only.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from '../../tools/browsers.mjs';
import { lookup } from '../../www/host.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const www = join(root, 'dist/www');
const samples = JSON.parse(readFileSync(join(root, 'samples/index.json'), 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };
const browsers = (process.env.HEARSAY_BROWSERS ?? 'chromium,firefox').split(',');

/** Late words in the story: a name that no sample has. */
const late = '“The gulls have filed an objection,” said Perpetua Winslow, the clerk of the bridge.';

/** The lines of a sample. */
function lines(file) {
  return readFileSync(join(root, 'samples', file), 'utf8').trim().split('\n');
}

/** Files of `dist/www` and nothing else; `/without-engine/` has all but the engine. */
function serve() {
  const asked = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push(path);
    const file = path.replace(/^\/without-engine\//, '/').replace(/\/$/, '/index.html');
    const full = join(www, file);
    if (path === '/without-engine/engine.js' || !existsSync(full)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(full)] ?? 'application/octet-stream' });
    return createReadStream(full).pipe(response);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ server, asked, url: `http://127.0.0.1:${server.address().port}/` }));
  });
}

/** The state once it is none of `not`. */
async function settled(page, ...not) {
  await page.waitForFunction((names) => !names.includes(document.getElementById('state').dataset.state), {}, ['loading', 'reading', ...not]);
  return page.$eval('#state', (e) => ({ state: e.dataset.state, text: e.textContent }));
}

/** Words under the engine's highlights, by the highlight's name without its suffix. */
const marked = (page) => page.evaluate(() => {
  const out = {};
  for (const [name, highlight] of CSS.highlights) {
    const kind = /^hearsay-(direct|mixed|indirect|warning)/.exec(name)?.[1];
    if (kind) (out[kind] ??= []).push(...[...highlight].map(String));
  }
  return out;
});

async function type(page, text) {
  await page.$eval('#text', (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

test('the sample news page carries the bridge article word for word', () => {
  const html = readFileSync(join(root, 'www/sample.html'), 'utf8');
  const plain = (s) => s.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&');
  const title = plain(/<h1>(.*?)<\/h1>/s.exec(html)[1]);
  const text = /<div class="text">(.*?)<footer/s.exec(html)[1].replace(/<(aside|nav)\b.*?<\/\1>/gs, '');
  const found = [title, ...[...text.matchAll(/<p>(.*?)<\/p>/gs)].map((m) => plain(m[1]))];
  assert.deepEqual(found, lines('bridge.txt'));
});

test('messages are filled in as the browser fills them', () => {
  const entries = {
    plain: { message: 'Off' },
    named: { message: '$WHO$ denies it, for $$5 and $WHAT$', placeholders: { who: { content: '$1' } } },
    direct: { message: '$2 after $1' },
  };
  assert.equal(lookup(entries, 'plain'), 'Off');
  assert.equal(lookup(entries, 'named', ['Ada $1 Quill']), 'Ada $1 Quill denies it, for $5 and $WHAT$');
  assert.equal(lookup(entries, 'direct', ['a', 'b']), 'b after a');
  assert.equal(lookup(entries, 'missing'), '');
});

for (const name of browsers) {
  describe(`playground in ${name}`, () => {
    let browser;
    let site;
    let page;
    let errors;
    before(async () => {
      assert.ok(existsSync(join(www, 'engine.js')), 'dist/www is not built: run ./build.sh first');
      site = await serve();
      ({ browser } = await launch(name));
      page = await browser.newPage();
      errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(site.url);
    });
    after(async () => {
      await browser?.close();
      site?.server.close();
    });

    test('opens on a sample and annotates it', async () => {
      const { state, text } = await settled(page);
      assert.equal(state, 'ready', text);
      await page.waitForSelector('hearsay-overlay[data-state="ready"]');
      const { direct = [] } = await marked(page);
      assert.ok(direct.some((words) => words.includes('We looked at every way')), JSON.stringify(direct));
      const first = await page.$eval('#speakers', (list) => list.textContent);
      assert.match(first, /Ada Quill/);
      assert.match(await page.$eval('#warning-list', (list) => list.textContent), /Critics/);
      assert.equal(await page.$eval('#reading', (e) => e.querySelectorAll('p, h2').length), lines('bridge.txt').length);
    });

    test('takes new words as they are typed, and leaves the other paragraphs alone', async () => {
      await page.evaluate(() => { globalThis.kept = document.querySelector('#reading').children[2]; });
      const old = await page.$eval('#text', (field) => field.value);
      await type(page, `${old}\n${late}`);
      await page.waitForFunction(() => document.getElementById('speakers').textContent.includes('Perpetua Winslow'));
      await page.waitForFunction(() => [...CSS.highlights].some(([n, h]) => n.startsWith('hearsay-direct') && [...h].some((r) => String(r).includes('The gulls'))));
      assert.ok(await page.evaluate(() => globalThis.kept.isConnected && globalThis.kept === document.querySelector('#reading').children[2]));
      assert.equal(await page.$eval('#sample', (e) => e.value), '', 'a changed sample is the reader\'s own text');
    });

    test('reads every sample', async () => {
      for (const { file } of samples) {
        await page.select('#sample', file.replace('.txt', ''));
        const { state, text } = await settled(page);
        assert.equal(state, 'ready', `${file}: ${text}`);
        const report = JSON.parse(await page.$eval('#json', (e) => e.textContent));
        assert.equal(report.language, 'en', file);
      }
    });

    test('hands out the report that it shows', async () => {
      await page.select('#sample', 'bridge');
      const saved = await page.evaluate(async () => {
        const real = URL.createObjectURL;
        let blob;
        let name;
        URL.createObjectURL = (b) => { blob = b; return real.call(URL, b); };
        HTMLAnchorElement.prototype.click = function click() { name = this.download; };
        document.getElementById('download').click();
        URL.createObjectURL = real;
        return { name, text: await blob.text(), shown: document.getElementById('json').textContent };
      });
      assert.equal(saved.name, 'report.json');
      assert.equal(saved.text, saved.shown);
      assert.ok(JSON.parse(saved.text).attributions.length > 5);
    });

    test('goes to a statement from the list, by keyboard', async () => {
      await page.focus('#speakers button');
      await page.keyboard.press('Enter');
      const there = await page.evaluate(() => ({ here: document.activeElement.className, text: document.activeElement.textContent }));
      assert.equal(there.here, 'here');
      assert.ok(there.text.length > 0);
    });

    test('hides warnings when told to, and shows them again', async () => {
      const shown = () => page.waitForFunction(() => [...CSS.highlights].some(([n, h]) => n.startsWith('hearsay-warning') && h.size));
      // Not by the mouse: the list's jump may still be scrolling the page, and a click would aim at where the box was.
      const toggle = () => page.$eval('#warnings', (box) => box.click());
      await shown();
      await toggle();
      await page.waitForFunction(() => ![...CSS.highlights].some(([n, h]) => n.startsWith('hearsay-warning') && h.size));
      await toggle();
      await shown();
    });

    test('says so when there is no text, and when it is not English', async () => {
      await page.click('#clear');
      assert.equal((await settled(page, 'ready')).state, 'empty');
      assert.ok(await page.$eval('#empty', (e) => !e.hidden));
      assert.ok(await page.$eval('#download', (e) => e.disabled));
      await page.waitForFunction(() => ![...CSS.highlights].some(([n, h]) => n.startsWith('hearsay-') && h.size));
      await type(page, 'Die Stadt hat die Brücke am Dienstag geschlossen, und niemand weiß, wann sie wieder geöffnet wird.\nDer Bürgermeister sagte, dass es nicht anders gegangen sei. Die Kosten trägt das Land, wie es in einer Mitteilung heißt.');
      const { state, text } = await settled(page, 'empty');
      assert.equal(state, 'other-language', text);
      assert.match(text, /English/);
    });

    test('opens a text or the article of a page from a file, and says what is none', async () => {
      const give = (file, type, content) => page.evaluate((name, kind, bytes) => {
        const given = new DataTransfer();
        given.items.add(new File([bytes], name, { type: kind }));
        const input = document.getElementById('file');
        input.files = given.files;
        input.dispatchEvent(new Event('change'));
      }, file, type, content);
      await give('story.txt', 'text/plain', `A quiet day.\n${late}`);
      await page.waitForFunction(() => document.getElementById('speakers').textContent.includes('Perpetua Winslow'));
      const html = `<title>No</title><nav><p>Menu</p></nav><article><h1>Gulls object</h1><p>${late}</p><script>document.title = 'ran'</script>
        <img src="/asked.png"><blockquote><p>It was  noisy.</p></blockquote></article><p>Around it.</p>`;
      await give('story.html', 'text/html', html);
      await page.waitForFunction(() => document.getElementById('reading').children.length === 3);
      assert.equal(await page.$eval('#text', (field) => field.value), `Gulls object\n${late}\nIt was noisy.`);
      assert.equal(await page.$eval('#sample', (e) => e.value), '');
      await give('picture.txt', 'text/plain', 'a\0b');
      const { state, text } = await settled(page, 'ready');
      assert.equal(state, 'failed');
      assert.match(text, /no text in “picture\.txt”/);
      assert.match(await page.$eval('#reading', (e) => e.textContent), /Gulls object/, 'what was there stays');
    });

    test('speaks the other languages, Arabic from right to left', async () => {
      const other = await browser.newPage();
      for (const [lang, dir, words] of [['de', 'ltr', /Wer hier spricht/], ['zh', 'ltr', /谁在这里发言/], ['ar', 'rtl', /من يتحدث هنا/], ['xx', 'ltr', /Who speaks here/]]) {
        await other.goto(`${site.url}?lang=${lang}`);
        assert.equal((await settled(other)).state, 'ready');
        assert.equal(await other.$eval('html', (e) => e.dir), dir);
        assert.match(await other.$eval('#speakers-title', (e) => e.textContent), words);
        assert.equal(await other.$eval('#reading', (e) => getComputedStyle(e).direction), 'ltr', 'the article is English');
      }
      await other.close();
    });

    test('breaks nothing on odd input', async () => {
      for (const text of ['“', '\u0000\uFEFF', '<img src=x onerror="document.title=1">', '“'.repeat(500), '𝒜𝒷 “𝒸” said 𝒟.\n\n\n']) {
        await type(page, text);
        await page.waitForFunction((want) => document.getElementById('reading').textContent.length > 0 || !want.trim(), {}, text);
        assert.notEqual((await settled(page)).state, 'failed', text);
      }
      assert.equal(await page.$$eval('#reading img', (all) => all.length), 0);
    });

    test('passes the accessibility rules in light, dark and narrow', async () => {
      await page.select('#sample', 'bridge');
      await page.evaluate(axe);
      for (const [scheme, width] of [['light', 1280], ['dark', 390]]) {
        // Firefox takes no emulated scheme over this protocol: it is checked in the scheme that it has.
        if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.setViewport({ width, height: 900 });
        const found = await page.evaluate(async () => (await globalThis.axe.run(document)).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`));
        assert.deepEqual(found, [], `${scheme}, ${width} px`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `no sideways scrolling at ${width} px`);
      }
      await page.setViewport({ width: 1280, height: 900 });
    });

    test('asks the server for its own files and nothing else, and reports no error', () => {
      assert.deepEqual(errors, []);
      assert.deepEqual(site.asked.filter((path) => !existsSync(join(www, path))), []);
    });

    test('works from a folder on disk', async () => {
      const disk = await browser.newPage();
      await disk.goto(`${pathToFileURL(join(www, 'index.html'))}#lantern`);
      const { state, text } = await settled(disk);
      assert.equal(state, 'ready', text);
      assert.equal(await disk.$eval('#sample', (e) => e.value), 'lantern');
      await disk.close();
    });

    test('says what is missing when the engine is', async () => {
      const bare = await browser.newPage();
      await bare.goto(`${site.url}without-engine/`);
      const { state, text } = await settled(bare);
      assert.equal(state, 'failed');
      assert.match(text, /engine\.js/);
      assert.match(await bare.$eval('#reading', (e) => e.textContent), /Lantern Bridge/);
      await bare.close();
    });
  });
}
