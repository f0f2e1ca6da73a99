/** The articles on offer. They are bundled as text, so that a page from disk has them too. */
import index from '../samples/index.json' with { type: 'json' };
import bridge from '../samples/bridge.txt';
import coalition from '../samples/coalition.txt';
import court from '../samples/court.txt';
import cup from '../samples/cup.txt';
import earnings from '../samples/earnings.txt';
import eels from '../samples/eels.txt';
import interview from '../samples/interview.txt';
import kites from '../samples/kites.txt';
import lantern from '../samples/lantern.txt';
import storm from '../samples/storm.txt';

/** @type {Record<string, string>} */
const texts = { bridge, coalition, court, cup, earnings, eels, interview, kites, lantern, storm };

/** In the order in which they are offered. @type {{id: string, label: string, text: string}[]} */
export const samples = index.map(({ file, label }) => {
  const id = file.replace(/\.txt$/, '');
  return { id, label, text: texts[id] ?? '' };
});
