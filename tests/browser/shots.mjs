/**
 * Pictures of pages with Hearsay on, to be looked at:
 *
 *   node tests/browser/shots.mjs [--out DIR] [--widths 390,1280] [--schemes light,dark] [--open NAME] [--panel] [--full] [PAGE.html...]
 *
 * PAGE is a file; without one it is the playground's sample article. `--open` opens the card of the first badge whose
 * name begins so; `--panel` the panel; `--full` takes the whole page instead of the first screen. Both browsers, or those in HEARSAY_BROWSERS.
 */
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browsers, root, Web } from './harness.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(root, 'dist/shots') },
    widths: { type: 'string', default: '390,768,1280,1920' },
    schemes: { type: 'string', default: 'light,dark' },
    open: { type: 'string' },
    panel: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const files = (positionals.length > 0 ? positionals : [join(root, 'www/sample.html')]).map((file) => resolve(file));
mkdirSync(values.out, { recursive: true });

for (const name of browsers) {
  for (const scheme of values.schemes.split(',')) {
    // Firefox takes no emulated scheme over this protocol, but a preference.
    const web = await Web.start(name, undefined, { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 });
    for (const file of files) {
      for (const width of values.widths.split(',').map(Number)) {
        const tab = await web.tab({ width, height: width < 600 ? 844 : 1000 });
        if (name === 'chromium') await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const host = web.site.host();
        // The sample's style sheet stands beside it.
        if (basename(file) === 'sample.html') web.site.putFile(host, '/sample.css', join(dirname(file), 'sample.css'));
        await tab.page.goto(web.site.putFile(host, '/', file));
        await tab.ready();
        if (values.open) await tab.eyes.press(new RegExp(`^${values.open}`));
        if (values.panel) await web.togglePanel(tab);
        await tab.frames();
        const path = /** @type {`${string}.png`} */ (join(values.out, `${basename(file, '.html')}-${name}-${scheme}-${width}.png`));
        await tab.page.screenshot({ path, fullPage: values.full });
        console.log(path);
        await tab.close();
      }
    }
    web.tabs = [];
    await web.stop();
  }
}
