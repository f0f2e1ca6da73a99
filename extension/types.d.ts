/** Shapes that the extension's files share; read by tsc, never shipped. */

interface HearsaySettings {
  version: 2;
  everywhere: boolean;
  onByDefault: boolean;
  sites: Record<string, boolean>;
  density: 'off' | 'warnings' | 'badges' | 'everything';
  quiet: string[];
  colours: 'speakers' | 'one';
}

type HearsayState = 'loading' | 'ready' | 'no-article' | 'other-language' | 'off' | 'paused' | 'failed';

/** A row of src/page/lists.rs. `source` and `nameless` are keys of messages; `at`, in UTF-16 units, is where the first words begin. */
interface HearsaySpeaker {
  name: string;
  role?: string;
  source: string;
  named: boolean;
  /** What a source without a name is. */
  nameless?: string;
  letters: string;
  statements: number;
  at: number;
  look?: { lightness: number; chroma: number; hue: number; shape: string } | null;
}

/** A row of src/page/lists.rs. `message` is the key of the kind's name. */
interface HearsayWarning {
  message: string;
  severity: 'caution' | 'note' | 'information';
  sign: string;
  trigger: string;
  sentence: string;
  at: number;
  /** Who answers, by name: an empty one where none is sure enough, null where it is the article itself. */
  answers: (string | null)[];
}

interface HearsayStatus {
  state: HearsayState;
  language?: string;
  engine?: 'wasm' | 'twin';
  attributions: number;
  speakers: HearsaySpeaker[];
  /** How many statements it is unclear of who makes them, and where the first of them begins. */
  unclear?: number;
  unclear_at?: number;
  warnings: HearsayWarning[];
  error?: string;
  /** Words under a mark were changed by the page, and the page was read again. */
  changed?: boolean;
}

/** Gate to background: there is an article, and nobody attends to it. */
interface ArticleMessage {
  type: 'article';
}

/** Attendant to background: what is needed to choose the engine's form. */
interface EngineMessage {
  type: 'engine';
  /** The address that the document was loaded from. */
  address: string;
  /** When its navigation began, in milliseconds since 1970. */
  began: number;
  /** Policies from the document's own `<meta>` elements. */
  policies: string[];
}

/** Attendant to background, from a page that comes back: is its tab paused? Answer with a boolean. */
interface PausedMessage {
  type: 'paused';
}

/** Attendant to background and popup: the state has changed. */
interface StateMessage {
  type: 'state';
  state: HearsayState;
  speakers: number;
  warnings: number;
}

/** Background to attendant: go to the next statement, or to the one before. */
interface StepMessage {
  type: 'step';
  forward: boolean;
}

/** Popup to attendant: stop in this tab, or go on. The tab's next pages hear of it from the background. */
interface PauseMessage {
  type: 'pause';
  paused: boolean;
}

/** Popup to attendant: answer with a `HearsayStatus`. */
interface StatusMessage {
  type: 'status';
}

/** Popup or background to attendant: open the panel, or close it where it is open; answer with `{open: boolean}`. */
interface PanelMessage {
  type: 'panel';
}

/** All that the extension's scripts say to each other. Whoever hears it looks at its shape first. */
type HearsayMessage = ArticleMessage | EngineMessage | PausedMessage | StateMessage | StepMessage | PauseMessage | StatusMessage | PanelMessage;

/** What the engine exports: src/page. */
interface HearsayExports {
  /**
   * `host` offers `message(key, args)` and `status(status)`; where it remembers what the reader puts right on a page also
   * `recall()`, which returns that as text, and `remember(text)`.
   */
  start(host: object, settings: object, root?: Element): void;
  configure(settings: object): void;
  stop(): void;
  reconsider(): void;
  status(): HearsayStatus;
  /** Goes to the next statement, or to the one before; whether there is one. */
  step(forward: boolean): boolean;
  /** Opens or closes the panel; whether it is open then. */
  panel(): boolean;
  /** The report as `hearsay annotate` writes it, without an `id`. */
  annotate(text: string, title?: string, language?: string): string;
  /** The report that `annotate` returns, and what it says. */
  annotate_and_list(text: string): [string, HearsayStatus];
}

/** What the attendant gets: `kill` makes every export do nothing from then on. */
interface HearsayEngine extends HearsayExports {
  kill(): void;
}

/** What the gate saw on a page. */
interface HearsayView {
  found: 'no-article' | 'other-language' | 'article';
  /** The element that holds most of an article's text. */
  most?: Element;
}

interface Hearsay {
  browser: typeof globalThis.browser;
  settings: {
    KEY: string;
    PAGE: string;
    normal(stored: unknown): HearsaySettings;
    site(host: string): string;
    read(): Promise<HearsaySettings>;
    isOn(settings: HearsaySettings, host: string): boolean;
    listen(listener: (settings: HearsaySettings) => void): void;
  };
  corrections: {
    load(): Promise<void>;
    recall(changed: () => void): string;
    remember(text: string): void;
  };
  /** Comes with the engine. */
  leave: {
    sweep(): void;
    word(key: string, args?: string[]): string;
  };
  /** The lists and the model, in base64, from when their script has run until the engine takes them. */
  english?: string;
  gate: {
    judge(): HearsayView;
    /** Looks again when the page has become something else. */
    watch(): void;
    /** From then on a look is what is given, with what a look before saw, where it is fresh. Returns what looks at once. */
    attend(look: (seen?: HearsayView) => void): () => void;
  };
  attendant: {
    wants(): boolean;
    attach(engine: HearsayEngine, kind: 'wasm' | 'twin'): void;
    failed(error: unknown): void;
    /** It has looked at the page with what the reader has chosen. */
    ready?: Promise<void>;
  };
}

declare var hearsay: Hearsay;
/** The Navigation API, which TypeScript's library does not know yet; absent before Firefox 147. */
declare var navigation: EventTarget | undefined;
declare var chrome: typeof globalThis.browser;
/** Standalone builds of the engine only: the playground and tools/engine.mjs. `onFailure`'s listener hears once of a trap, after which no export does anything. */
declare var hearsayEngine: () => Promise<HearsayExports & { engine: 'wasm' | 'twin'; onFailure(listener: (error: unknown) => void): void }>;
