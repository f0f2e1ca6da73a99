/** Pages that change under us: late paragraphs, another article under the same document, scripts that remove what is ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { FENNIMORE, FRONT, HALE, LATER, OTHER, page, paragraphs, STORY, STYLE, WINSLOW } from './pages.mjs';

inEachBrowser('changes', (web) => {
  test('a paragraph that arrives late is marked, and the others stay so', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate((html) => document.querySelector('article').insertAdjacentHTML('beforeend', html), paragraphs([LATER]));
    await tab.marked(WINSLOW);
    await tab.ready();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    assert.ok((await tab.eyes.badges()).some(({ name }) => /^Perpetua Winslow, the harbour warden/.test(name)));
  });

  test('words that change under a mark are read again', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate((text) => { document.querySelectorAll('article p')[1].firstChild.nodeValue = text; }, LATER);
    await tab.marked(WINSLOW);
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
  });

  test('an article that is built by a script after the page has loaded is found', async () => {
    const tab = await web.open(page({ head: STYLE, texts: [] }));
    await tab.page.evaluate((html) => document.querySelector('article').insertAdjacentHTML('beforeend', html), paragraphs(STORY));
    await tab.ready();
    await tab.marked(HALE);
  });

  test('single-page navigation: the next article is read, the last one is forgotten', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate((html) => {
      history.pushState({}, '', '/next');
      document.title = 'Eleven apples without a name';
      document.querySelector('main').innerHTML = `<article><h1>Eleven apples without a name</h1>${html}</article>`;
    }, paragraphs(OTHER));
    await tab.marked(FENNIMORE);
    await tab.ready();
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
    const names = (await tab.eyes.badges()).map(({ name }) => name);
    assert.ok(names.some((name) => /^Tobias Fennimore, /.test(name)) && !names.some((name) => /^Morwenna Hale/.test(name)), names.join(' | '));

    await tab.page.evaluate((html) => {
      history.pushState({}, '', '/front');
      document.querySelector('main').innerHTML = html;
    }, /<main>(.*)<\/main>/s.exec(FRONT)?.[1] ?? '');
    await tab.gone();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
  });

  test('a script that removes the host element finds it back, and has its way if it insists', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate(() => document.querySelector('hearsay-overlay').remove());
    await tab.ready();
    assert.ok((await tab.eyes.badges()).length > 0);
    const removals = await tab.page.evaluate(() => new Promise((resolve) => {
      let count = 0;
      // Ends once the element has stayed away for two frames.
      const remove = () => {
        const host = document.querySelector('hearsay-overlay');
        if (!host) return false;
        host.remove();
        count += 1;
        return true;
      };
      const frame = (quiet) => {
        const calm = remove() ? 0 : quiet + 1;
        if (calm > 10 || count > 50) resolve(count);
        else requestAnimationFrame(() => frame(calm));
      };
      frame(0);
    }));
    assert.ok(removals >= 1 && removals < 50, `it was put back ${removals} times`);
    await tab.marked(HALE);
    assert.deepEqual(tab.errors, []);
  });

  test('highlights that the page clears come back when the reader moves', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate(() => CSS.highlights.clear());
    await tab.page.mouse.move(300, 300);
    await tab.page.mouse.move(320, 320);
    await tab.frames();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
  });
});
