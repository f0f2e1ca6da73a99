/**
 * What readers and pages bring with them: zoom, large letters, colours of their own, no motion; text in columns, furniture
 * from right to left, headers that stay, pictures that come late. No badge covers anything, and everything can be read.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, inEachBrowser } from './harness.mjs';
import { inside } from './inside.mjs';
import { HALE, LATER, page, paragraphs, STORY, STYLE } from './pages.mjs';
import { collisions } from './survey/geometry.mjs';

const WARNED = [...STORY, 'Some residents said the baths had been loved to death. The walls were reportedly built without a plan.', LATER];
const WIDTHS = [320, 600, 768, 1280, 1920];

/** Nothing is covered, and badges stand. @param {import('./tab.mjs').Tab} tab @param {string} when */
async function clear(tab, when) {
  await tab.frames();
  await tab.ready();
  const badges = await tab.eyes.boxes('n');
  assert.ok(badges.some(({ form }) => form !== 'hidden'), `${when}: badges stand`);
  assert.deepEqual(await tab.page.evaluate(collisions, badges), [], when);
}

/** @param {import('./tab.mjs').Tab} tab */
async function atAllWidths(tab) {
  for (const width of WIDTHS) {
    await tab.resize({ width, height: 900 });
    await clear(tab, `${width} px`);
  }
}

inEachBrowser('readers and pages of all kinds', (web) => {
  /** @param {string} [head] @param {(html: string) => string} [change] */
  const open = async (head = '', change = (html) => html) => {
    const tab = await web.open(change(page({ head: STYLE + head, texts: WARNED })));
    await tab.ready();
    await tab.marked(HALE);
    return tab;
  };

  test('zoomed from 50 to 300 %', async () => {
    const tab = await open();
    for (const zoom of [0.5, 0.8, 1, 1.25, 2, 3]) {
      // What a zoom is to a page: fewer pixels, each of them larger.
      await tab.resize({ width: Math.round(1280 / zoom), height: Math.round(900 / zoom), deviceScaleFactor: zoom });
      await clear(tab, `${zoom * 100} %`);
    }
  });

  test('letters of twice the size, on the page and in the reader’s own settings', async () => {
    const tab = await open('<style>html { font-size: 200% } body, main { font-size: 2rem }</style>');
    await atAllWidths(tab);
    await tab.page.setViewport({ width: 1280, height: 900 });
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.card(/Lindqvist/);
    // The page's letters are the page's: ours follow the browser's setting, which no page changes.
    const [card] = await tab.eyes.boxes('card');
    assert.ok(card && card.right - card.left < 400, 'a card is no larger for the page’s letters');
  });

  test('text in columns', async () => {
    const tab = await open('<style>main { max-width: none } article { columns: 3 18rem; column-gap: 3rem } h1 { column-span: all }</style>');
    await atAllWidths(tab);
  });

  test('furniture from right to left around an English article', async () => {
    const tab = await open('', (html) => html.replace('<html lang="en">', '<html lang="en" dir="rtl">').replace('<article>', '<article dir="ltr">'));
    await atAllWidths(tab);
  });

  test('the whole page from right to left', async () => {
    await atAllWidths(await open('', (html) => html.replace('<html lang="en">', '<html lang="en" dir="rtl">')));
  });

  test('a header that stays and a column that sticks', async () => {
    const style = `<style>
      #bar { position: sticky; top: 0; z-index: 10; height: 60px; background: #fff }
      main { display: grid; grid-template-columns: minmax(0, 640px) 260px; gap: 40px; max-width: 940px }
      #side { position: sticky; top: 80px; align-self: start }
      @media (width < 900px) { main { display: block } #side { position: static } }</style>`;
    const side = '<div id="side"><h2>In short</h2><p>Two winters without baths. The pool in the next town is open to all.</p></div>';
    const tab = await open(style, (html) => html.replace('<body>', '<body><header id="bar"><a href="/">The Netherby Post</a></header>').replace('</article>', `</article>${side}`));
    await atAllWidths(tab);
    await tab.page.setViewport({ width: 1280, height: 400 });
    await tab.page.evaluate(() => document.querySelectorAll('article p')[3].scrollIntoView({ block: 'start', behavior: 'instant' }));
    await clear(tab, 'scrolled');
    const above = await tab.page.evaluate(() => [100, 400, 700, 960, 1200].map((x) => document.elementFromPoint(x, 30)?.closest('#bar, hearsay-overlay')?.localName));
    assert.deepEqual(above, above.map(() => 'header'), 'the page’s header lies over the badges');
  });

  test('a body as high as the window, out of which the text runs', async () => {
    const style = '<style>html, body { height: 100% } body { overflow: hidden auto } #before { height: 1400px } main { position: relative } #side { position: absolute; left: 100%; top: 0; width: 280px }</style>';
    const side = `<div id="side">${paragraphs(Array.from({ length: 14 }, (_, n) => `Teaser ${n}: the pier, the pool and the price of soup in a town by the sea.`))}</div>`;
    const tab = await open(style, (html) => html.replace('<main>', '<div id="before"></div><main>').replace('</article>', `</article>${side}`));
    await atAllWidths(tab);
  });

  test('a picture that comes late pushes the text, and the badges go with it', async () => {
    const tab = await open();
    const before = await tab.eyes.boxes('n');
    await tab.page.evaluate(async () => {
      const picture = new Image();
      picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="teal"/></svg>')}`;
      document.querySelectorAll('article p')[0].after(picture);
      await picture.decode();
    });
    await clear(tab, 'with the picture');
    const after = await tab.eyes.boxes('n');
    assert.ok(Math.abs(after[0].top - before[0].top - 400) < 40, `the first badge went down with its words: ${before[0].top}, ${after[0].top}`);
  });

  test('content that comes late beside the article drives the badges out of the margin', async () => {
    const tab = await open('<style>main { position: relative } #late { position: absolute; left: 100%; top: 0; width: 280px }</style>');
    const beside = (/** @type {import('./chromium.mjs').Badge[]} */ boxes) => boxes.filter(({ form, left }) => form === 'full' && left > 900);
    assert.ok(beside(await tab.eyes.boxes('n')).length > 0, 'badges stand where the teasers will');
    await tab.page.evaluate((html) => {
      const late = document.createElement('div');
      late.id = 'late';
      late.innerHTML = html;
      document.querySelector('main').append(late);
    }, paragraphs(Array.from({ length: 12 }, (_, n) => `Teaser ${n}: the pier, the pool and the price of soup in a town by the sea.`)));
    await tab.stand((boxes) => beside(boxes).length === 0);
    await clear(tab, 'with the teasers');
  });
});

/** What the reader has set in the browser: letters of this size where a page names none, and never smaller ones than these. */
const LETTERS = { usual: 24, least: 17 };

/** A profile of Chromium with these settings in it. */
function profile() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({
    webkit: { webprefs: { default_font_size: LETTERS.usual, minimum_font_size: LETTERS.least } },
  }));
  return folder;
}

for (const name of browsers) {
  describe(`letters as large as the reader has set them, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof inside>>} */ let view;
    const folder = profile();
    before(async () => {
      view = await inside(name, paragraphs(WARNED), name === 'chromium' ? { args: [`--user-data-dir=${folder}`] } : {
        prefs: { 'font.size.variable.x-western': LETTERS.usual, 'font.minimum-size.x-western': LETTERS.least },
      });
      await view.begin();
    });
    after(async () => {
      await view?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('badges cover nothing, and no letter of badge, card or panel is cut', async () => {
      for (const width of WIDTHS) {
        await view.resize({ width, height: 900 });
        assert.deepEqual(await view.page.evaluate(collisions, await view.badges()), [], `${width} px`);
        assert.deepEqual(await view.page.evaluate(cut), [], `badges, ${width} px`);
        for (const kind of ['speaker', 'warning']) {
          await view.press(`.n.${kind}`);
          assert.deepEqual(await view.page.evaluate(cut), [], `the card of a ${kind}, ${width} px`);
        }
        await view.panel();
        assert.deepEqual(await view.page.evaluate(cut), [], `the panel, ${width} px`);
        await view.panel();
      }
    });

    test('the reader’s size is the one that is used', async () => {
      const sizes = await view.page.evaluate(() => {
        const size = (/** @type {Element} */ element) => parseFloat(getComputedStyle(element).fontSize);
        return { page: size(document.documentElement), badge: size(/** @type {any} */ (globalThis).ours.querySelector('.n')) };
      });
      assert.deepEqual(sizes, { page: LETTERS.usual, badge: LETTERS.usual * 0.8125 });
    });
  });
}

/** Runs in the page: what of ours does not show all of its letters, or lies beyond the window. */
function cut() {
  const { ours } = /** @type {any} */ (globalThis);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
  const wide = document.documentElement.clientWidth;
  const found = [];
  for (const element of ours.querySelectorAll('.n:not([data-form=hidden]), .n:not([data-form=hidden]) > *, .card, .card *, .panel, .panel *')) {
    if (!element.checkVisibility() || getComputedStyle(element).fontSize === '0px') continue;
    const { left, right } = element.getBoundingClientRect();
    const what = `${element.localName}.${element.className} ${element.dataset.form ?? ''} "${(element.dataset.text ?? element.textContent).slice(0, 30)}"`;
    if (left < -0.5 || right > wide + 0.5) found.push(`${what} beyond the window: ${left} ${right}`);
    // Around a badge lies room for a finger, and what can be pressed reaches into its list's margin.
    const whole = element.matches('.card, .panel') || (element.childElementCount === 0 && !element.matches('.n'));
    if (whole && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`${what} is cut: ${element.scrollWidth} in ${element.clientWidth}`);
    if (element.localName !== 'i' || !element.dataset.text) continue;
    // A disc's letters stand inside of it.
    const { font, fontSize } = getComputedStyle(element);
    pen.font = font;
    const [needed, high] = [pen.measureText(element.dataset.text).width, parseFloat(fontSize)];
    if (needed > right - left || high > element.clientHeight) found.push(`${what} is larger than its disc: ${needed} by ${high} in ${right - left}`);
  }
  return found;
}
