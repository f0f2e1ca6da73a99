/** `node tools/icons.mjs`: the toolbar's PNG files from their drawings, by Chromium. Run it after a drawing has changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browsers.mjs';

const folder = join(import.meta.dirname, '../extension/icons');
const SIZES = { on: [16, 24, 32, 48, 64, 96, 128], off: [16, 24, 32] };

const { browser } = await launch('chromium');
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(SIZES)) {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${name}-${size}.png`), png);
  }
}
await browser.close();
