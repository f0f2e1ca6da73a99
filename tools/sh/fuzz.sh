# Random and damaged input, guided by which code it reaches: fuzz/, docs/fuzzing.md.
fuzz_targets=(analyze line offsets model settings layout)
cargo_fuzz_version=0.13.2

# cargo-fuzz, of the reader's own or into .cache/; libFuzzer is C++.
need_cargo_fuzz() {
  if ! have c++; then
    install_packages g++ || fail "a C++ compiler (c++) is missing" "Install g++ or clang and run this again"
  fi
  export PATH="$PWD/.cache/cargo-fuzz/bin:$PATH"
  have cargo-fuzz && return
  step "installing cargo-fuzz $cargo_fuzz_version into .cache/"
  cargo install --quiet --locked --root .cache/cargo-fuzz --version "$cargo_fuzz_version" cargo-fuzz ||
    fail "cargo-fuzz was not installed" "The message above says why; a network is needed the first time"
}

# fuzz_each SECONDS TARGET...: what is found besides the seeds goes into fuzz/corpus, what fails into fuzz/artifacts. FUZZ_SEED makes
# the dice the same on every run: the tests look for what a change broke, not for luck. The engine has no unsafe code, so the address
# sanitizer would watch libraries alone, and makes reading an article 200 times slower; FUZZ_SANITIZER=address puts it in.
fuzz_each() {
  local seconds=$1 target
  shift
  # Coverage and sanitizers are behind flags that the pinned compiler keeps for nightly ones.
  export RUSTC_BOOTSTRAP=1
  local sanitizer=${FUZZ_SANITIZER:-none}
  cargo fuzz build --sanitizer "$sanitizer" || return
  for target in "$@"; do
    step "fuzzing $target for $seconds s"
    mkdir -p "fuzz/corpus/$target"
    cargo fuzz run --sanitizer "$sanitizer" "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
      -max_total_time="$seconds" -timeout=60 -rss_limit_mb=3000 -dict=fuzz/news.dict -print_final_stats=1 -verbosity=0 ${FUZZ_SEED:+-seed="$FUZZ_SEED"} || return
  done
}

# ./build.sh fuzz [SECONDS [TARGET...]]: each target, or those named, for so long.
run_fuzz() {
  local seconds=${1:-60} target
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "\"$seconds\" is no number of seconds" "Use: ./build.sh fuzz [SECONDS [TARGET...]]; targets: ${fuzz_targets[*]}"
  [ $# = 0 ] || shift
  [ $# -gt 0 ] || set -- "${fuzz_targets[@]}"
  for target in "$@"; do
    [[ " ${fuzz_targets[*]} " == *" $target "* ]] || fail "there is no target \"$target\"" "There are: ${fuzz_targets[*]}"
  done
  need_basics
  need_rust
  need_cargo_fuzz
  fuzz_each "$seconds" "$@" || fail "a target found something, or was not built" "fuzz/artifacts has the input; docs/fuzzing.md says how to look at it"
}
