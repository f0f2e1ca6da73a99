/** Shapes that the extension's files share; read by tsc, never shipped. */

interface HearsaySettings {
  version: 1;
  everywhere: boolean;
  offSites: string[];
  warnings: boolean;
  badges: boolean;
}

type HearsayState = 'loading' | 'ready' | 'no-article' | 'other-language' | 'off' | 'failed';

interface HearsayStatus {
  state: HearsayState;
  language?: string;
  engine?: 'wasm' | 'twin';
  attributions: number;
  speakers: { name: string; role?: string; kind: string; named: boolean; statements: number; slot?: number | null }[];
  warnings: { kind: string; severity: string; trigger: string; sentence: string }[];
  error?: string;
}

/** Gate to background: what is needed to choose the engine's form. */
interface EngineMessage {
  type: 'engine';
  /** The address that the document was loaded from. */
  address: string;
  /** When its navigation began, in milliseconds since 1970. */
  began: number;
  /** Policies from the document's own `<meta>` elements. */
  policies: string[];
}

/** Gate to background and popup: the state has changed. */
interface StateMessage {
  type: 'state';
  state: HearsayState;
  speakers: number;
  warnings: number;
}

/** Popup to gate: answer with a `HearsayStatus`. */
interface StatusMessage {
  type: 'status';
}

/** Popup or background to gate: open the panel, or close it where it is open; answer with `{open: boolean}`. */
interface PanelMessage {
  type: 'panel';
}

/** What the engine exports: src/page. */
interface HearsayExports {
  /** `host` offers `message(key, args)` and `status(status)`. */
  start(host: object, settings: object, root?: Element): void;
  configure(settings: object): void;
  stop(): void;
  reconsider(): void;
  status(): HearsayStatus;
  /** Opens or closes the panel; whether it is open then. */
  panel(): boolean;
  annotate_line(json: string, line?: number): string;
}

/** What the gate gets: `kill` makes every export do nothing from then on. */
interface HearsayEngine extends HearsayExports {
  kill(): void;
}

interface Hearsay {
  browser: typeof globalThis.browser;
  settings: {
    site(host: string): string;
    read(): Promise<HearsaySettings>;
    change(part: Partial<HearsaySettings>): Promise<void>;
    switchSite(host: string, on: boolean): Promise<void>;
    isOn(settings: HearsaySettings, host: string): boolean;
    listen(listener: (settings: HearsaySettings) => void): void;
  };
  corrections: {
    load(): Promise<void>;
    recall(changed: () => void): string;
    remember(text: string): void;
  };
  gate: {
    wants(): boolean;
    attach(engine: HearsayEngine, kind: 'wasm' | 'twin'): void;
    failed(error: unknown): void;
  };
}

declare var hearsay: Hearsay;
/** The Navigation API, which TypeScript's library does not know yet; absent before Firefox 147. */
declare var navigation: EventTarget | undefined;
declare var chrome: typeof globalThis.browser;
/** Standalone builds of the engine only: the playground and tools/engine.mjs. */
declare var hearsayEngine: () => Promise<HearsayExports & { engine: 'wasm' | 'twin'; onFailure(listener: (error: unknown) => void): void }>;
