/** Pages written for the tests: invented people, an invented town, and every part that a news page has around its text. */

/** What a paragraph says, who says it, and which words are marked. */
export const STORY = [
  'The harbour town of Netherby will close its tidal baths for two winters, the council decided on Tuesday after a debate that ran past midnight.',
  '“The walls have moved more in one year than in the fifty before it,” said Morwenna Hale, the town’s chief engineer. “We will not wait for the sea to make up our minds for us.”',
  'Hale added that the repair would cost less than a new building, and that every swimmer could use the pool in the next town until it was finished.',
  'Casper Lindqvist, the owner of the bath house café, said he would keep his doors open. “People come for the soup as much as for the water,” he said.',
  'According to Imogen Sable, a historian at the Netherby Museum, the baths have been closed only twice before, both times in winters of war.',
  'The council will publish the drawings next week. Work is to begin in October, when the last of the summer visitors have gone and the boats are out of the water.',
];

/** Some of the words that Morwenna Hale is quoted with. */
export const HALE = /^The walls have moved more in one year/;

/** More text on the same people, for what comes late. */
export const LATER = '“Nobody has asked the seals,” said Perpetua Winslow, the harbour warden, on Wednesday morning.';
export const WINSLOW = /^Nobody has asked the seals/;

/** Another article, for pages that change their text under the same document. */
export const OTHER = [
  'A survey of the orchards above Coldwater has found eleven kinds of apple that no catalogue names, the growers’ society announced on Friday.',
  '“I have walked past that tree every day of my life and never knew that it was the last of them,” said Tobias Fennimore, the society’s chairman, who is 71.',
  'Fennimore added that grafts would be given to every school in the valley, and that a second survey would look at the pears.',
  'Leonie Marsh, a botanist at the University of Coldwater, said the finding was no surprise. “Old orchards are libraries that nobody has catalogued,” she said.',
  'The society will show the fruit at the autumn fair, where visitors may taste all but one: the last tree bore only four apples, and they are kept for their seeds.',
  'The valley had more than two hundred orchards a century ago. Thirty-one are left, most of them behind houses, where nobody sprays and nobody prunes.',
];
export const FENNIMORE = /^I have walked past that tree/;

export const GERMAN = [
  'Die Hafenstadt Niederbucht schließt ihr Gezeitenbad für zwei Winter, das hat der Rat am Dienstag nach einer langen Debatte bis nach Mitternacht beschlossen.',
  '„Die Mauern haben sich in einem Jahr stärker bewegt als in fünfzig Jahren davor“, sagte die Ingenieurin der Stadt. „Wir warten nicht, bis das Meer für uns entscheidet.“',
  'Sie sagte auch, die Reparatur koste weniger als ein Neubau, und alle könnten bis dahin das Becken in der Nachbarstadt benutzen, wenn sie den Bus nehmen.',
  'Der Wirt des Badehauses will seine Türen offen halten. „Die Leute kommen wegen der Suppe so sehr wie wegen des Wassers“, sagte er auf dem Markt.',
  'Nach Angaben des Museums war das Bad bisher nur zweimal geschlossen, beide Male in einem Kriegswinter, als auch die Boote nicht mehr fuhren.',
  'Der Rat will die Pläne in der nächsten Woche zeigen. Die Arbeit beginnt im Oktober, wenn die letzten Gäste abgereist sind und die Boote an Land liegen.',
];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {string[]} texts */
export const paragraphs = (texts) => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');

/**
 * A whole news page. It carries no script and no style attribute, so that every policy lets it be.
 * @param {{texts?: string[], lang?: string, head?: string, after?: string, title?: string}} [parts]
 */
export function page({ texts = STORY, lang = 'en', head = '', after = '', title = 'Netherby closes its tidal baths' } = {}) {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<meta property="og:type" content="article">${head}</head>
<body>
<nav><a href="/">“Home,” said nobody</a> <button>close</button></nav>
<main><article><h1>${title}</h1>
${paragraphs(texts)}
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">Critics say the pier is “a disgrace”</a></li></ul></aside>
<footer>“Some users liked it,” said the footer.</footer>
${after}</body></html>`;
}

/** A style that makes room for badges beside the column, for pages without a policy. */
export const STYLE = '<style>body { margin: 0; font: 18px/1.6 serif } main { max-width: 640px; margin: 0 auto; padding: 16px } nav, aside, footer { padding: 16px }</style>';

/** A page of links and teasers: no article. */
export const FRONT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Netherby Post</title></head><body>
<nav><a href="/">Home</a></nav><main>${Array.from({ length: 12 }, (_, n) => `<section><h2><a href="/${n}">Story number ${n}</a></h2>
<p>“It is a short one,” said someone.</p></section>`).join('\n')}</main></body></html>`;
