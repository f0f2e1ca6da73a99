/**
 * `node tools/run.mjs chromium|firefox [URL]`: a browser with the built extension on the sample article or on URL. Prints
 * what the extension says of it. With a display the browser stays until it is closed; without one a picture is left.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launch } from './browsers.mjs';
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

/**
 * A page of the extension, from which its own interfaces can be called.
 * Firefox never says that such a page has loaded, so it is asked until it answers.
 */
async function inside() {
  const page = await browser.newPage();
  const going = page.goto(`${origin}/popup.html`);
  if (browserName === 'chromium') await going;
  else going.catch(() => undefined);
  return page;
}

/** @param {import('puppeteer-core').Page} page of the extension @returns {Promise<HearsayStatus | undefined>} */
async function statusOf(page) {
  const deadline = Date.now() + PATIENCE_MS;
  /** @type {HearsayStatus | undefined} */
  let status;
  while (Date.now() < deadline) {
    status = await page.evaluate(async () => {
      const api = globalThis.hearsay?.browser;
      if (!api) return undefined;
      const tabs = await api.tabs.query({});
      const tab = tabs.find(({ url }) => /^https?:/.test(url ?? ''));
      return tab?.id === undefined ? undefined : api.tabs.sendMessage(tab.id, { type: 'status' }).catch(() => undefined);
    }).catch(() => undefined);
    if (status && status.state !== 'loading') return status;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return status;
}

const [page] = await browser.pages();
let code = 0;
try {
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
  const ours = await inside();
  const status = await statusOf(ours);
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
