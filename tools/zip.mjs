/** A zip archive that depends on nothing but its files: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day that the format knows. */
const DATE = (1 << 5) | 1;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;

/** @param {{name: string, bytes: Buffer}[]} files @returns {Buffer} */
export function zip(files) {
  const sorted = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of sorted) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(bytes, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(0, 6);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), common, path, packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([VERSION, 0]), common, entry, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The files of an archive that `zip` made. @param {Buffer} bytes @returns {{name: string, bytes: Buffer}[]} */
export function unzip(bytes) {
  const files = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const packed = bytes.readUInt32LE(at + 18);
    const name = bytes.readUInt16LE(at + 26);
    const start = at + 30 + name + bytes.readUInt16LE(at + 28);
    files.push({ name: bytes.toString('utf8', at + 30, at + 30 + name), bytes: inflateRawSync(bytes.subarray(start, start + packed)) });
    at = start + packed;
  }
  return files;
}
