/** A sample article: the bundler puts the file's text here. */
declare module '*.txt' {
  const text: string;
  export default text;
}

/** What the built `engine.js` leaves: loads the engine and gives its exports. */
declare const hearsayEngine: undefined | (() => Promise<import('./main.js').Engine>);
