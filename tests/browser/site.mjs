/**
 * The only network that a browser under test can reach: a proxy that is itself every server. Pages have names of their
 * own (`news.test`), so that each test gets a site that no other test has switched off, and whatever a browser asks of
 * any other name is written down as foreign.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @typedef {{body: string | Buffer, headers?: Record<string, string | string[]>, status?: number, wait?: Promise<unknown>}} Answer */
/** @typedef {{method: string, url: string}} Request */

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
});

export class Site {
  /** @type {Map<string, Answer>} by address */
  #answers = new Map();
  /** @type {Request[]} what was asked of names that are ours */
  asked = [];
  /** @type {Request[]} everything else: there must be none */
  foreign = [];
  /** @type {string[]} what browsers sent to `/report`: violations of a page's policy */
  reports = [];
  #names = 0;
  /** Called with each report. */
  #reported = () => {};
  #server = createServer((request, response) => this.#answer(request, response));

  async listen() {
    this.#server.on('connect', (request, socket) => {
      this.foreign.push({ method: 'CONNECT', url: request.url ?? '' });
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    return this;
  }

  get port() {
    return /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** A host that no page has had yet. */
  host() {
    this.#names += 1;
    return `page-${this.#names}.test`;
  }

  /**
   * Sets what is answered at an address, and gives the address.
   * @param {string} host @param {string} path @param {Answer} answer
   */
  put(host, path, answer) {
    const url = `http://${host}${path}`;
    this.#answers.set(url, answer);
    return url;
  }

  /** A file of the project, at a host. @param {string} host @param {string} path @param {string} file */
  putFile(host, path, file) {
    return this.put(host, path, { body: readFileSync(file), headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } });
  }

  /** Resolves with the next report. @returns {Promise<void>} */
  report() {
    return new Promise((resolve) => {
      this.#reported = resolve;
    });
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #answer(request, response) {
    const { method = 'GET', url = '' } = request;
    const [address] = url.split(/[?#]/);
    const ours = [...this.#answers.keys()].some((known) => new URL(known).host === URL.parse(address)?.host);
    (ours ? this.asked : this.foreign).push({ method, url });
    if (!ours) return response.writeHead(502).end();
    if (address.endsWith('/report')) {
      let text = '';
      for await (const piece of request) text += piece;
      this.reports.push(text);
      this.#reported();
      return response.writeHead(204).end();
    }
    const answer = this.#answers.get(address);
    if (!answer) return response.writeHead(address.endsWith('/favicon.ico') ? 204 : 404).end();
    await answer.wait;
    return response.writeHead(answer.status ?? 200, { 'content-type': TYPES['.html'], ...answer.headers }).end(answer.body);
  }
}
