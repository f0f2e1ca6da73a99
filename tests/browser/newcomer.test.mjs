/** The way of somebody who has just installed it: the first page, an article, who is quoted most, why a warning stands, an export, a site switched off. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser, root } from './harness.mjs';

inEachBrowser('a newcomer', (web) => {
  test('learns the marks, reads, looks behind them, takes the findings away and switches the site off', async () => {
    const first = await web.own('welcome.html');
    await first.ready();
    assert.ok((await first.marks()).some(({ kind }) => kind === 'direct'), 'the first page shows marks on its sample');

    const host = web.site.host();
    const tab = await web.tab();
    web.site.putFile(host, '/sample.css', join(root, 'www/sample.css'));
    await tab.page.goto(web.site.putFile(host, '/', join(root, 'www/sample.html')));
    await tab.ready();
    assert.ok((await tab.eyes.badges()).length > 3, 'badges stand without a word from the reader');

    // Why does that warning stand?
    await tab.eyes.press(/^Vague source\b.*Critics/);
    const why = await tab.eyes.card();
    assert.match(why, /“?Critics”?/);
    assert.match(why, /Wikipedia|SPJ|BBC|AP\b/, 'the card names the standard that it rests on');
    await tab.page.keyboard.press('Escape');

    // Who is quoted most? The panel puts them first in this article, and tells the share of each.
    assert.equal(await web.togglePanel(tab), true);
    const panel = await tab.eyes.panel();
    const shares = [...panel.matchAll(/(\d+) % of the quoted words/g)].map(([, share]) => Number(share));
    assert.ok(shares.length > 2 && shares[0] === Math.max(...shares), `the most quoted first: ${shares}`);
    // The findings, to take away.
    await tab.eyes.press(/^Copy.*Markdown/);
    await tab.panel(/Copied\.|The browser did not allow copying\./);
    assert.equal(await web.togglePanel(tab), false);

    // Not on this site.
    const popup = await tab.eyes.popup();
    await popup.press(/^On page-/);
    await popup.until(/Switched off on this site/);
    await popup.close();
    await tab.gone();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
    assert.deepEqual([...tab.errors, ...first.errors], []);
  });
});
