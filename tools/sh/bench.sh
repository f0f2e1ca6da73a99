# ./build.sh bench [--criterion [OPTION...]]: every figure that Hearsay has set itself, in one table and in dist/bench.json; or
# only the native engine's parts with criterion, which takes the options.
run_bench() {
  if [ "${1:-}" = --criterion ]; then
    shift
    setup
    cargo bench --locked "$@"
    return
  fi
  build
  need_browser chromium
  need_browser firefox
  step "building what is measured"
  node tools/package.mjs > /dev/null || fail "the packages were not made" "The message above says why"
  cargo build --locked --release --bin hearsay --example native || fail "the native engine was not built" "The message above says why"
  # A workspace of its own: what is compared with is in no package and in no lock file of Hearsay.
  cargo build --locked --release --manifest-path benches/peers/Cargo.toml --target-dir target/peers || fail "harper-core was not built" "The message above says why; a network is needed the first time"
  step "measuring"
  node tools/bench.mjs || fail "not everything could be measured" "The message above says why"
}
