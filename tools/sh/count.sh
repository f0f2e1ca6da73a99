# ./build.sh count [--update WHY]: the engine's instructions for fixed articles against those of benches/instructions.json.
run_count() {
  setup
  need_valgrind
  node tools/count.mjs "$@"
}

# Valgrind counts; the kept counts are those of x86-64 Linux, and elsewhere nothing is counted.
need_valgrind() {
  [ "$(uname -sm)" = "Linux x86_64" ] || return 0
  have valgrind || install_packages valgrind || fail "valgrind is missing" "Install it and run this again"
}
