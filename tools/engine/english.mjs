/**
 * The file of English, which both engines share: the tagger's model with the lists beside its tensors, as `src/english.rs` reads
 * them. The format is that of safetensors: eight bytes of length, a header in JSON, the tensors' bytes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../data/en');

/** What it is made of. @returns {string[]} paths */
export const files = () => readdirSync(folder).sort().map((name) => join(folder, name));

/** @returns {Buffer} */
export function english() {
  const model = readFileSync(join(folder, 'tagger.safetensors'));
  const start = 8 + Number(model.readBigUInt64LE());
  const header = JSON.parse(model.toString('utf8', 8, start));
  const parts = [model.subarray(start)];
  let end = parts[0].length;
  for (const file of files().filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(file);
    header[`list.${file.slice(folder.length + 1, -'.txt'.length)}`] = { dtype: 'U8', shape: [text.length], data_offsets: [end, end + text.length] };
    end += text.length;
    parts.push(text);
  }
  const json = JSON.stringify(header);
  // The tensors begin at a multiple of eight bytes.
  const head = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  return Buffer.concat([length, head, ...parts]);
}
