/** A file of the reader's, as text. It is read in this page: of HTML nothing is loaded and no script runs. */

/** Longer files hold no article. */
const LONGEST = 5_000_000;
/** What stands around an article. */
const AROUND = 'script, style, noscript, template, nav, aside, footer, form, figure, button, svg, [hidden], [aria-hidden=true]';
/** What a line of text stands in. */
const LINES = 'h1, h2, h3, h4, p, li, blockquote, pre';

/** The lines of the article in an HTML document. @param {string} html */
export function textOf(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const around of page.querySelectorAll(AROUND)) around.remove();
  const articles = page.querySelectorAll('article');
  const root = (articles.length === 1 ? articles[0] : page.querySelector('main')) ?? page.body;
  // A paragraph in a list or a quotation is one line, not two.
  const lines = [...root.querySelectorAll(LINES)].filter((line) => !line.querySelector(LINES)).map(({ textContent }) => textContent);
  return (lines.length > 0 ? lines : [root.textContent]).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
}

/**
 * @param {File} file
 * @returns {Promise<{text: string} | {error: 'playFileTooBig' | 'playFileNoText'}>}
 */
export async function readFile(file) {
  if (file.size > LONGEST) return { error: 'playFileTooBig' };
  const read = await file.text();
  const text = /\.x?html?$/i.test(file.name) || /html/.test(file.type) ? textOf(read) : read;
  // What is no text has bytes that no text has.
  return text.trim() && !text.includes('\0') ? { text } : { error: 'playFileNoText' };
}
