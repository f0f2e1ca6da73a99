# ./build.sh bench [OPTION...]: the native engine with criterion, which takes the options; then the engines for browsers.
run_bench() {
  setup
  cargo bench --locked "$@"
  step "building the engines for browsers"
  node tools/engine/build.mjs --plain || fail "the engine was not built" "The message above says why"
  node tools/bench.mjs
}
