/**
 * `node tools/run.mjs chromium|firefox [URL]`: a browser with the built extension on the sample article or on URL. Prints
 * what the extension says of it. With a display the browser stays until it is closed; without one a picture is left.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extensionPage, launch, statusOf } from './browsers.mjs';
import { serve } from './serve.mjs';
import { table } from './table.mjs';

const root = join(import.meta.dirname, '..');
const [name, asked] = process.argv.slice(2);
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
/** A page that has said nothing by then will not. */
const PATIENCE_MS = 30_000;

const browserName = name === 'firefox' ? 'firefox' : 'chromium';
const { server, origin: sample } = await serve(0);
const url = asked ?? `${sample}/sample.html`;
const { browser, origin } = await launch(browserName, { extension: join(root, 'dist', browserName), headless: !display });

const [page] = await browser.pages();
let code = 0;
try {
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
  const ours = await extensionPage(browser, origin);
  const status = await statusOf(ours, page.url());
  await ours.close();
  await page.bringToFront();
  console.log(`\n${await page.title()}\n${url}\n`);
  console.log(table(status));
  if (status?.state === 'failed' || !status) code = 1;
  if (display) {
    console.log('\nThe browser is yours; close it to end.');
    await new Promise((resolve) => browser.once('disconnected', resolve));
  } else {
    const picture = join(root, 'dist', `run-${browserName}.png`);
    mkdirSync(join(root, 'dist'), { recursive: true });
    await page.screenshot({ path: /** @type {`${string}.png`} */ (picture), fullPage: true });
    console.log(`\nNo display here; a picture of the page: ${relative(process.cwd(), picture)}`);
  }
} catch (error) {
  console.error(`build.sh: ${url} could not be shown (${error instanceof Error ? error.message.split('\n')[0] : error}). Check the address and the network`);
  code = 1;
} finally {
  if (browser.connected) await browser.close();
  server.close();
}
process.exit(code);
