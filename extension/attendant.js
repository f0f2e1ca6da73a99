/*
 * Stays with a page that has an article: is Hearsay on here? Then it asks the background for the engine, starts and stops it, and keeps
 * what it last said, for the popup. The gate called it, or the popup did, which wants to know of every page.
 */
// None in a document that came in between, to which not all of its files have come, and one is enough.
if (globalThis.hearsay?.gate && hearsay.settings && !hearsay.attendant) {
  const { browser, settings, gate } = hearsay;

  /** So often a background that is stopped meanwhile is asked for the engine. */
  const TRIES = 3;

  /** @type {HearsaySettings | undefined} */
  let chosen;
  /** @type {HearsayEngine | undefined} */
  let engine;
  /** @type {'wasm' | 'twin' | undefined} */
  let kind;
  let running = false;
  /** Whether the background was told a state: it need not hear of pages that are no articles. */
  let told = false;
  let asked = false;
  /** Whether the engine's file got as far as asking for us: where it breaks off before, its browser may tell nobody. */
  let arrived = false;
  let paused = false;
  /** @type {Element | undefined} where the running text stood when the engine began */
  let place;
  /** @type {HearsayStatus} */
  let status = { state: 'loading', attributions: 0, speakers: [], warnings: [] };

  /** Rejects, and never throws, where the extension is gone. @param {HearsayMessage} message */
  const send = async (message) => browser.runtime.sendMessage(message);

  /** @param {Partial<HearsayStatus> & {state: HearsayState}} next */
  function report(next) {
    status = { attributions: 0, speakers: [], warnings: [], ...next, engine: kind };
    if (status.state === 'no-article') gate.watch();
    told ||= /^(?:loading|off|paused)$/.test(status.state);
    if (!told) return;
    // Rejects only when the extension was just reloaded or removed: then nobody is left to tell.
    send({ type: 'state', state: status.state, speakers: status.speakers.length, warnings: status.warnings.length }).catch(() => undefined);
  }

  /** Looks at the page as it is now and does what follows. */
  const look = gate.attend((seen) => {
    if (!chosen || status.state === 'failed') return;
    if (!settings.isOn(chosen, location.hostname)) {
      halt();
      report({ state: 'off' });
      return;
    }
    if (paused) {
      halt();
      report({ state: 'paused' });
      return;
    }
    const { found, most } = seen ?? gate.judge();
    if (found === 'no-article') {
      halt();
      report({ state: found });
    } else if (found === 'other-language') {
      halt();
      report({ state: found, language: document.documentElement.lang || 'und' });
    } else if (!running) {
      place = most;
      begin();
    } else if (place !== most) {
      // Another article under the same document: the engine saw it come, unless nothing but styles changed.
      place = most;
      safely(() => engine?.reconsider());
    }
  });

  function begin() {
    if (engine) {
      running = true;
      safely(() => engine?.start({ message: hearsay.leave.word, status: hear, recall, remember: hearsay.corrections.remember }, { ...chosen }));
      return;
    }
    report({ state: 'loading' });
    if (asked) return;
    asked = true;
    const [navigation] = performance.getEntriesByType('navigation');
    const policies = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map((meta) => meta.getAttribute('content') ?? '');
    void ask({ type: 'engine', address: navigation?.name ?? '', began: performance.timeOrigin, policies }, TRIES);
  }

  /** @param {EngineMessage} message @param {number} tries */
  async function ask(message, tries) {
    const answer = await send(message).catch((error) => ({ lost: error }));
    if (answer?.paused) pause(true);
    else if (answer?.error) failed(answer.error);
    else if (arrived) return;
    else if (answer && !answer.lost) failed('the engine did not load');
    // The browser stopped the background in the middle of it: asked anew, it starts anew.
    else if (tries > 1) void ask(message, tries - 1);
    else failed(answer?.lost ?? 'background-gone');
  }

  const recall = () => hearsay.corrections.recall(() => {
    if (running) safely(() => engine?.reconsider());
  });

  /** @param {HearsayStatus} said by the engine */
  function hear(said) {
    if (running) report(said);
  }

  function halt() {
    place = undefined;
    if (!running) return;
    running = false;
    safely(() => engine?.stop());
  }

  /** @param {() => void} call of the engine */
  function safely(call) {
    try {
      call();
    } catch (error) {
      failed(error);
    }
  }

  /** The page goes on as if nothing of ours had been there. @param {unknown} error */
  function failed(error) {
    // The first error is the cause; what follows from it says less.
    if (status.state === 'failed') return;
    running = false;
    // Its observers must not put back what is taken away here.
    engine?.kill();
    engine = undefined;
    // Missing where it failed before anything of ours was in the page.
    hearsay.leave?.sweep();
    report({ state: 'failed', error: String(error) });
  }

  hearsay.attendant = {
    wants() {
      arrived = true;
      return asked && !engine && status.state !== 'failed';
    },
    attach(exports, form) {
      // Asked for twice, it may come twice.
      if (engine) return;
      [engine, kind] = [exports, form];
      // It came with the engine: pages without an article have nothing to remember.
      hearsay.corrections.load().catch(() => undefined).then(look);
    },
    failed,
    // What cannot be read back is forgotten; the page is annotated all the same.
    ready: settings.read().then((read) => {
      chosen = read;
      look();
    }),
  };

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    // Only pages of the extension can send here: the popup asks, the background passes a shortcut on.
    if (sender.id !== browser.runtime.id) return;
    if (message?.type === 'status') respond(status);
    if (message?.type === 'pause') pause(message.paused === true);
    if (message?.type === 'step') safely(() => running && engine?.step(message.forward === true));
    if (message?.type === 'panel') safely(() => respond({ open: running && engine?.panel() === true }));
  });

  /** @param {HearsaySettings} next */
  function take(next) {
    chosen = next;
    if (running && settings.isOn(next, location.hostname)) safely(() => engine?.configure({ ...next }));
    else look();
  }
  settings.listen(take);

  /** Until this tab goes on. The engine stays where it is loaded, and does nothing. @param {boolean} stop */
  function pause(stop) {
    if (paused === stop) return;
    paused = stop;
    asked &&= engine !== undefined;
    look();
  }

  // A page that comes back from the cache was told of nothing meanwhile: neither of settings nor of a pause.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !told) return;
    report(status);
    settings.read().then(take, failed);
    send({ type: 'paused' }).then((answer) => pause(answer === true), () => undefined);
  });
}
