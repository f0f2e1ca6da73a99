/** `node tools/serve.mjs [PORT]`: dist/www over HTTP, for this machine alone. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const www = join(import.meta.dirname, '../dist/www');
/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml',
};

/** @param {string} [url] @returns {string | undefined} the file, never one outside the folder */
function fileOf(url = '/') {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(www, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(www) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** @param {number} port 0: any that is free @returns {Promise<{server: import('node:http').Server, origin: string}>} */
export function serve(port) {
  const server = createServer((request, response) => {
    let file;
    try {
      file = fileOf(request.url);
    } catch {
      // A malformed address names no file.
    }
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ server, origin: `http://127.0.0.1:${address.port}` });
    });
  });
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.argv[2] ?? 8437);
  serve(port).then(
    ({ origin }) => console.log(`The playground: ${origin}/   (Ctrl+C ends it)`),
    (error) => {
      console.error(`build.sh: port ${port} cannot be used (${error.code}). Name another: ./build.sh serve PORT`);
      process.exit(1);
    },
  );
}
