/** Scripts of the page that work against the overlay, the highlights or the document under them. The page works on; Hearsay recovers, or goes silent and says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { FENNIMORE, HALE, OTHER, page, paragraphs, STYLE } from './pages.mjs';

inEachBrowser('hostile scripts', (web) => {
  test('a host element that the page restyles, hides or renames in its attributes stays what it is', async () => {
    const rules = 'hearsay-overlay, * > hearsay-overlay { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important; position: fixed !important; left: -9999px !important }';
    const tab = await web.open(page({ head: `${STYLE}<style>${rules}</style>` }));
    await tab.ready();
    const before = await tab.eyes.badges();
    assert.ok(before.length > 0);
    await tab.page.evaluate(() => {
      const host = /** @type {HTMLElement} */ (document.querySelector('hearsay-overlay'));
      for (const name of ['display', 'opacity', 'transform', 'filter', 'clip-path', 'zoom']) host.style.setProperty(name, name === 'zoom' ? '9' : 'none', 'important');
      host.className = host.id = 'ad banner';
      host.append('Morwenna Hale said nothing of the kind.');
    });
    await tab.frames();
    await tab.eyes.press(/^Morwenna Hale/);
    const card = await tab.card(/The walls have moved/);
    assert.doesNotMatch(card, /nothing of the kind/);
    assert.deepEqual((await tab.eyes.badges()).map(({ name }) => name), before.map(({ name }) => name));
    assert.ok((await tab.eyes.badges()).every(({ right, left }) => right > left), 'badges have a size');
    assert.deepEqual(tab.errors, []);
  });

  test('a host element that the page moves elsewhere, into a frame too that it takes away, comes back as it was', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const before = await tab.eyes.boxes('n');
    assert.ok(before.length > 0);
    const home = () => document.documentElement.lastElementChild?.matches('hearsay-overlay[data-state="ready"]');
    await tab.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position: absolute; width: 1px; height: 1px';
      document.body.append(frame);
      frame.contentDocument?.body.append(/** @type {Element} */ (document.querySelector('hearsay-overlay')));
      frame.remove();
    });
    await tab.until(home);
    // In their places, of their sizes, and alive: another document takes a shadow root's sheets off, and its end the listeners.
    await tab.stand((boxes) => JSON.stringify(boxes) === JSON.stringify(before));
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.card(/The walls have moved/);
    await tab.page.evaluate(() => document.querySelector('article')?.prepend(/** @type {Element} */ (document.querySelector('hearsay-overlay'))));
    await tab.until(home);
    // A page that insists has its way, and nothing is left in its article.
    await tab.page.evaluate(() => {
      const move = () => {
        const host = document.querySelector('html > hearsay-overlay');
        if (host) document.querySelector('article')?.prepend(host);
      };
      new MutationObserver(move).observe(document.documentElement, { childList: true });
      move();
    });
    await tab.gone();
    await tab.marked(HALE);
    assert.deepEqual(tab.errors, []);
  });

  test('what the page puts over everything lies over badges, too, and can be used', async () => {
    const tab = await web.open(page({
      head: STYLE,
      after: '<dialog id="wall"><button id="agree">Agree</button></dialog>',
    }));
    await tab.ready();
    // Behind a modal dialog nothing has an accessible name: where the badge stands is asked before.
    const badge = (await tab.eyes.badges()).find(({ name }) => /^Morwenna Hale/.test(name));
    assert.ok(badge);
    const topmost = await tab.page.evaluate(({ left, right, top, bottom }) => {
      const wall = /** @type {HTMLDialogElement} */ (document.getElementById('wall'));
      wall.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; border: 0';
      wall.addEventListener('click', () => wall.close());
      const there = () => document.elementFromPoint((left + right) / 2 - scrollX, (top + bottom) / 2 - scrollY)?.localName;
      const before = there();
      wall.showModal();
      return [before, there()];
    }, badge);
    assert.deepEqual(topmost, ['hearsay-overlay', 'dialog']);
    await tab.frames();
    await tab.page.click('#agree');
    assert.equal(await tab.page.evaluate(() => /** @type {HTMLDialogElement} */ (document.getElementById('wall')).open), false);
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.card(/The walls have moved/);
    assert.deepEqual(tab.errors, []);
  });

  test('a page that changes in every frame from its first on is read, and keeps its frames', async () => {
    const busy = `<script>
      globalThis.frames_ = 0;
      addEventListener('DOMContentLoaded', () => {
        const article = document.querySelector('article');
        const ticker = article.insertBefore(document.createElement('p'), article.children[2]);
        const frame = () => {
          globalThis.frames_ += 1;
          ticker.textContent = 'Live: this line is written anew in every frame, and it says the number ' + frames_ + ' every time.';
          article.append(article.lastElementChild.cloneNode(true));
          article.lastElementChild.remove();
          document.documentElement.classList.toggle('odd');
          document.title = 'Frame ' + frames_;
          requestAnimationFrame(frame);
        };
        frame();
      });
    </script>`;
    const tab = await web.open(page({ head: STYLE + busy }));
    await tab.ready();
    await tab.marked(HALE);
    const before = await tab.page.evaluate(() => globalThis.frames_);
    await tab.frames();
    assert.ok(await tab.page.evaluate(() => globalThis.frames_) > before);
    assert.deepEqual(tab.errors, []);
  });

  test('frames that come and go with articles in them leave the page’s own as it was', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate((html) => {
      for (let n = 0; n < 20; n += 1) {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<article><h1>Eleven apples</h1>${html}</article>`;
        document.body.append(frame);
        frame.contentDocument?.body.append(document.createElement('hearsay-overlay'));
        if (n % 2 === 0) frame.remove();
        else frame.addEventListener('load', () => frame.remove());
      }
    }, paragraphs(OTHER));
    await tab.ready();
    await tab.marked(HALE);
    assert.ok(!(await tab.marks()).some(({ text }) => FENNIMORE.test(text)), 'what stood in a frame is no article of this page');
    assert.deepEqual(tab.errors, []);
  });

  test('another root element, and a document that is written anew, are another page', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate((html) => {
      const root = document.createElement('html');
      root.lang = 'en';
      root.innerHTML = `<head><title>Eleven apples</title></head><body><main><article><h1>Eleven apples</h1>${html}</article></main></body>`;
      document.replaceChild(root, document.documentElement);
    }, paragraphs(OTHER));
    await tab.frames();
    // Either it is read, or nothing of the old article is left standing.
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
    await tab.page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, page({ head: STYLE, texts: OTHER }));
    await tab.frames();
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
    assert.ok(await tab.page.evaluate(() => document.querySelectorAll('hearsay-overlay').length) <= 1);
    assert.deepEqual(tab.errors, []);
  });

  test('a registry of highlights that throws, or that the page fills with our names, gains nothing', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate(() => {
      const [, , words] = document.querySelectorAll('article p');
      const range = document.createRange();
      range.selectNodeContents(words);
      CSS.highlights.set('hearsay-direct-0', new Highlight(range));
      CSS.highlights.set('hearsay-warning', new Highlight(range));
      Object.assign(HighlightRegistry.prototype, { set() { throw new Error('replaced'); }, delete() { throw new Error('replaced'); } });
      globalThis.Highlight = /** @type {any} */ (class { constructor() { throw new Error('replaced'); } });
    });
    await tab.page.mouse.move(300, 300);
    await tab.page.mouse.move(320, 320);
    await tab.frames();
    const marks = await tab.marks();
    assert.ok(marks.some(({ text }) => HALE.test(text)), 'ours are put back');
    // No badge and no card tells of what the page marked.
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.card(/The walls have moved/);
    assert.deepEqual(tab.errors, []);
  });
});
