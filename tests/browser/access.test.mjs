/**
 * Badges, cards and the notice from inside: the accessibility rules find nothing that the page did not have before, letters
 * have their contrast, and colours of the reader's own leave every sign with its shape.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ChromiumEyes } from './chromium.mjs';
import { FirefoxEyes } from './firefox.mjs';
import { browsers } from './harness.mjs';
import { inside } from './inside.mjs';
import { paragraphs, STORY } from './pages.mjs';

/** High enough that a jump has a way to go. */
const HIGH = '<style>p { margin-bottom: 240px }</style>';
const ARTICLE = HIGH + paragraphs([
  ...STORY,
  'Critics say the pier is a disgrace. Hale denied these claims.',
  '“It was never safe,” he said.',
  // With these there are eleven speakers, one more than colours.
  ...['Rowan Tregear', 'Sunniva Holm', 'Tobias Marrow', 'Una Fairweather', 'Viggo Lund', 'Wilfred Oake', 'Xenia Dorn', 'Yrsa Kvist'].map((name) => `“The bench by the pier is green,” said ${name}, a carpenter.`),
]);

/** The least contrast of small text. */
const LEAST = 4.5;

for (const name of browsers) {
  describe(`access from inside, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof inside>>} */ let view;
    /** @type {ChromiumEyes | FirefoxEyes} */ let eyes;
    /** @type {string[]} what the rules find in the page itself */
    let own = [];

    before(async () => {
      view = await inside(name, ARTICLE);
      eyes = name === 'chromium' ? new ChromiumEyes(view.page) : new FirefoxEyes(view.page);
      own = await view.broken();
      await view.begin();
    });
    after(() => view?.close());

    /** @param {string} what */
    const nothingNew = async (what) => assert.deepEqual((await view.broken()).filter((found) => !own.includes(found)), [], what);

    for (const dark of [false, true]) {
      for (const width of [1280, 360]) {
        test(`the rules, ${dark ? 'dark' : 'light'}, at ${width} px: badges, each kind of card, what can be put right, the notice`, async () => {
          await view.page.setViewport({ width, height: 900 });
          await view.dark(dark);
          await nothingNew('badges');
          for (const kind of ['speaker', 'warning', 'rebuttal']) {
            await view.press(`.n.${kind}`);
            await nothingNew(`the card of a ${kind}`);
          }
          await view.press('.n.speaker');
          await view.press('.ask');
          await nothingNew('the choices');
          await view.press('[data-doubt^=hide]');
          await nothingNew('the notice');
          await view.press('.toast [data-doubt=undo]');
        });
      }

      test(`letters of badges have their contrast, ${dark ? 'dark' : 'light'}, in each colour`, async () => {
        await view.page.setViewport({ width: 1280, height: 900 });
        await view.dark(dark);
        // What badges show is drawn by their style: no rule reads it.
        const weak = await view.page.evaluate((least) => {
          const { ours } = /** @type {any} */ (globalThis);
          const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
          /** @param {string} color @param {string} ground */
          const luminance = (color, ground) => {
            for (const fill of [ground, color]) {
              pen.fillStyle = fill;
              pen.fillRect(0, 0, 1, 1);
            }
            const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const page = getComputedStyle(document.documentElement).backgroundColor;
          const ground = /, 0\)$/.test(page) ? 'white' : page;
          const found = [];
          for (const badge of ours.querySelectorAll('.n')) {
            for (const part of badge.children) {
              const { color, backgroundColor } = getComputedStyle(part);
              const [a, b] = [luminance(color, ground), luminance(backgroundColor, ground)].sort((one, other) => other - one);
              if ((a + 0.05) / (b + 0.05) < least) found.push(`${badge.dataset.text ?? badge.ariaLabel} ${part.localName}: ${color} on ${backgroundColor} over ${ground}`);
            }
          }
          return found;
        }, LEAST);
        assert.deepEqual(weak, []);
      });
    }

    test('the eleventh speaker and the first have one colour and two shapes, on badges and in the panel', async () => {
      await view.page.evaluate(() => /** @type {any} */ (globalThis).engine.panel());
      const looks = await view.page.evaluate(() => ['.n.speaker i', '.voice .disc'].map((selector) => {
        const all = [.../** @type {any} */ (globalThis).ours.querySelectorAll(selector)];
        const look = (/** @type {string} */ letters) => {
          const { backgroundColor, borderTopLeftRadius, borderTopRightRadius } = getComputedStyle(all.find(({ dataset }) => dataset.text === letters));
          return { colour: backgroundColor, corners: `${borderTopLeftRadius} ${borderTopRightRadius}` };
        };
        return [look('MH'), look('YK')];
      }));
      for (const [first, eleventh] of looks) {
        assert.equal(eleventh.colour, first.colour);
        assert.notEqual(eleventh.corners, first.corners);
      }
      await view.page.evaluate(() => /** @type {any} */ (globalThis).engine.panel());
    });

    test('colours of the reader’s own: every sign has an edge, and a caution is filled', async () => {
      await view.press('.n.speaker');
      await eyes.media({ forced: true });
      const seen = await view.page.evaluate(() => {
        const { ours } = /** @type {any} */ (globalThis);
        const edge = (/** @type {Element} */ element) => {
          const { borderTopWidth, borderTopColor, backgroundColor, borderTopStyle } = getComputedStyle(element);
          return borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
        };
        const ground = (/** @type {string} */ selector) => getComputedStyle(ours.querySelector(selector)).backgroundColor;
        return {
          forced: matchMedia('(forced-colors: active)').matches,
          signs: [...ours.querySelectorAll('.n i')].every(edge), card: edge(ours.querySelector('.card')),
          apart: ground('.n.warning i') !== getComputedStyle(ours.querySelector('.n.warning i')).color,
        };
      });
      assert.deepEqual(seen, { forced: true, signs: true, card: true, apart: true });
      await eyes.media({});
    });

    test('a jump moves the page smoothly, and at once for whoever wants no motion', async () => {
      await view.page.setViewport({ width: 1280, height: 500 });
      await view.page.evaluate(() => /** @type {any} */ (globalThis).engine.panel());
      const jump = async (/** @type {boolean} */ still, /** @type {'panel' | 'card'} */ from) => {
        await eyes.media({ still });
        return view.page.evaluate(async (wanted, by) => {
          // Firefox tells the page of a changed wish a little later.
          const calm = matchMedia('(prefers-reduced-motion: reduce)');
          if (calm.matches !== wanted) await new Promise((resolve) => calm.addEventListener('change', resolve, { once: true }));
          scrollTo({ top: 0, behavior: 'instant' });
          // What is asked of the browser: for a while after the wish has changed Firefox itself still jumps.
          const { scrollIntoView } = Element.prototype;
          let asked = '';
          Element.prototype.scrollIntoView = function (/** @type {any} */ options) {
            asked = options.behavior;
            scrollIntoView.call(this, options);
          };
          const { ours, engine } = /** @type {any} */ (globalThis);
          if (by === 'panel') [...ours.querySelectorAll('.place[data-statement]')].at(-1).click();
          else {
            ours.querySelector('.card .close')?.click();
            // Before the first statement comes the last.
            engine.step(false);
          }
          Element.prototype.scrollIntoView = scrollIntoView;
          return { asked, there: scrollY > 100 };
        }, still, from);
      };
      assert.deepEqual(await jump(true, 'panel'), { asked: 'instant', there: true });
      assert.equal((await jump(false, 'panel')).asked, 'smooth');
      // A card moves the page as the page moves itself.
      assert.deepEqual(await jump(true, 'card'), { asked: 'instant', there: true });
      assert.equal((await jump(false, 'card')).asked, 'auto');
      await view.page.evaluate(() => /** @type {any} */ (globalThis).engine.panel());
    });

    test('what a screen reader is told of a card and its badge', async () => {
      await view.press('.n.speaker');
      const told = await view.page.evaluate(() => {
        const { ours } = /** @type {any} */ (globalThis);
        const [badge, card] = [ours.querySelector('.n[aria-expanded=true]'), ours.querySelector('.card')];
        return { name: badge.getAttribute('aria-label'), popup: badge.getAttribute('aria-haspopup'), role: card.getAttribute('role'), label: card.getAttribute('aria-label'), behind: badge.nextElementSibling === card };
      });
      assert.deepEqual(told, { name: 'Morwenna Hale, the town’s chief engineer', popup: 'dialog', role: 'dialog', label: 'Morwenna Hale', behind: true });
    });
  });
}
