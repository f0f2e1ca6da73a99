# ./build.sh test [SUITE...]: every suite but "again", or those named. All run, whatever happens to those before; a list ends it.
suite_names=(format clippy unit instructions engine differential types tools lint browsers fuzz packages)
results=()
failures=0

# suite TITLE FUNCTION
suite() {
  local began=$SECONDS state=passed
  step "$1"
  # In a shell of its own, so that `set -e` holds inside, which it would not in the condition of an `if`.
  set +e
  ( set -euo pipefail; "$2" )
  [ $? = 0 ] || { state=FAILED; failures=$((failures + 1)); }
  set -e
  results+=("$(printf '%-6s  %-52s %4d s' "$state" "$1" $((SECONDS - began)))")
  printf '%s\n' "${results[-1]}"
}

suite_format() {
  cargo fmt --all --check
  cargo fmt --manifest-path fuzz/Cargo.toml --check
}

suite_clippy() {
  cargo clippy --locked --all-targets -- -D warnings
  # `{:?}` writes nothing in an engine: tools/engine/build.mjs.
  cargo clippy --locked --lib --no-default-features --target wasm32-unknown-unknown -- -D warnings -D clippy::use_debug
}

suite_unit() { cargo test --locked --no-fail-fast; }

suite_instructions() { node tools/count.mjs; }

suite_engine() {
  node tools/engine/build.mjs
  node tools/assemble.mjs
}

suite_differential() { cargo test --locked --test differential -- --ignored; }

suite_types() { npx --no-install tsc; }

suite_tools() { node --test tests/extension/*.test.mjs tests/tools/*.test.mjs; }

suite_lint() { npx --no-install web-ext lint --source-dir dist/firefox --warnings-as-errors --no-config-discovery --boring; }

# One file at a time: browsers that share two cores disturb each other's clocks.
suite_browsers() { node --test --test-concurrency=1 tests/browser/*.test.mjs; }

# Two minutes for all of them together: new paths are for `./build.sh fuzz`; this is for what broke since.
suite_fuzz() { FUZZ_SEED=1 fuzz_each 20 "${fuzz_targets[@]}"; }

# Twice in this tree, from what is built.
suite_packages() {
  node tools/package.mjs
  (cd dist && sha256sum hearsay-*.zip) > target/packages.sha256
  node tools/package.mjs
  (cd dist && sha256sum --check ../target/packages.sha256)
}

# Builds everything a second time, which takes as long as the half of all others; before a release it must pass.
suite_again() { node tools/again.mjs; }

declare -A suite_titles=(
  [format]="Rust: formatting" [clippy]="Rust: clippy, native and WebAssembly" [unit]="Rust: unit, property, snapshot and command line tests"
  [instructions]="Engine: instructions, held against the kept counts" [engine]="Engine: WebAssembly module and twin" [differential]="Engine: native = module = twin"
  [types]="JavaScript: types" [tools]="JavaScript: extension and tools without a browser" [lint]="Extension: web-ext lint"
  [browsers]="Browsers: Chromium and Firefox, extension and playground" [fuzz]="Engine: two minutes of random and damaged input"
  [packages]="Packages: the same bytes twice" [again]="Packages: the same bytes from the sources alone, in another folder"
)

run_tests() {
  local began=$SECONDS name
  local chosen=("$@")
  [ $# -gt 0 ] || chosen=("${suite_names[@]}")
  for name in "${chosen[@]}"; do
    [ -n "${suite_titles[$name]:-}" ] || fail "there is no suite \"$name\"" "There are: ${suite_names[*]} again"
  done
  setup
  case " ${chosen[*]} " in *" browsers "*) need_browser chromium; need_browser firefox ;; esac
  case " ${chosen[*]} " in *" instructions "*) need_valgrind ;; esac
  case " ${chosen[*]} " in *" fuzz "*) need_cargo_fuzz ;; esac
  for name in "${chosen[@]}"; do suite "${suite_titles[$name]}" "suite_$name"; done
  step "${#chosen[@]} suites in $((SECONDS - began)) s"
  printf '%s\n' "${results[@]}"
  [ "$failures" = 0 ] || fail "$failures of ${#chosen[@]} suites failed" "Their messages stand above; ./build.sh test SUITE runs one again: ${suite_names[*]}"
}
