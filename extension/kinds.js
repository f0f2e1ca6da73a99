/** The kinds of warning, in the order of the registry in src/warning/mod.rs. Written by a test from there:
 *  HEARSAY_UPDATE_DOCS=1 cargo test --lib warning::tests */
export const KINDS = [
  'second-hand',
  'anonymous-source',
  'vague-source',
  'unverified',
  'agentless',
  'unnamed-evidence',
  'orphan-quote',
  'late-attribution',
  'single-source',
  'headline',
];
