/** As the browser answers the extension: messages by key, filled in. */

/**
 * One entry of a WebExtension's `messages.json`.
 * @typedef {{message: string, placeholders?: Record<string, {content: string}>}} Entry
 */

/**
 * As `browser.i18n.getMessage`: `$NAME$` stands for a placeholder, `$1` for an argument, `$$` for a dollar sign.
 * @param {Record<string, Entry>} entries
 * @param {string} key
 * @param {readonly string[]} [args]
 * @returns {string} empty where there is no such message
 */
export function lookup(entries, key, args = []) {
  const entry = entries[key];
  if (!entry) return '';
  /** @param {string} text */
  const fill = (text) => text.replace(/\$(\$|\d)/g, (_, c) => (c === '$' ? '$' : String(args[Number(c) - 1] ?? '')));
  const named = entry.placeholders ?? {};
  return entry.message.replace(/\$([A-Za-z_]\w*)\$|\$\$|\$\d/g, (found, name) => {
    if (!name) return fill(found);
    const placeholder = named[name.toLowerCase()];
    return placeholder ? fill(placeholder.content) : found;
  });
}
