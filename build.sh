#!/usr/bin/env bash
# Builds, runs and tests Hearsay. `./build.sh help` lists what it can do; the parts stand in tools/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for part in tools/sh/*.sh; do
  # shellcheck source=/dev/null
  source "$part"
done

help() {
  cat << 'EOF'
./build.sh                    build the extension into dist/chromium and dist/firefox, the playground into dist/www
./build.sh run [--browser chromium|firefox] [URL]
                              build it and open a browser with it on the sample article, or on URL
./build.sh test [SUITE...]    every test: native, differential, both browsers, playground, lint, instructions, fuzzing, packages; or
                              the suites named, of which "again" (the packages anew, from the sources alone) runs only so
./build.sh serve [PORT]       build and serve the playground
./build.sh package            dist/hearsay-*.zip for both browsers and a source archive, the same bytes every time
./build.sh bench [--criterion]  measure every figure that the project has set itself: a table, and dist/bench.json
./build.sh count [--update WHY]
                              count the engine's instructions; more than 5 % growth fails, unless kept with a reason
./build.sh fuzz [SECONDS [TARGET...]]
                              random and damaged input, guided by which code it reaches, for the engine and what reads files
./build.sh survey [--browser chromium|firefox] [--pages N..M]
                              every saved news page in both browsers, a row a page: marks, collisions, changes, errors, tasks
./build.sh shots [--browser chromium|firefox] [--only PART]
                              pictures of pages, cards, panel and the extension's own pages, into dist/shots
./build.sh store              the pictures that the stores show, in their sizes, into dist/store
./build.sh at-scale [COUNT]   a long run, a kill and Spark's partitions give the same reports in constant memory
./build.sh setup              only install what the others need (they do it by themselves)
./build.sh help               this list
EOF
}

setup() {
  need_basics
  need_rust
  need_node_modules
}

build() {
  setup
  step "building the engine"
  node tools/engine/build.mjs || fail "the engine was not built" "The message above says why"
  step "putting dist/ together"
  node tools/assemble.mjs || fail "dist/ was not put together" "The message above says why"
}

command=${1:-build}
[ $# = 0 ] || shift
case $command in
  build) build; step "done: dist/chromium, dist/firefox, dist/www" ;;
  setup) setup; need_browser chromium; need_browser firefox; step "everything is there" ;;
  run) run_extension "$@" ;;
  test) run_tests "$@" ;;
  serve) build; exec node tools/serve.mjs "$@" ;;
  package) build; node tools/package.mjs ;;
  bench) run_bench "$@" ;;
  count) run_count "$@" ;;
  fuzz) run_fuzz "$@" ;;
  survey) run_survey "$@" ;;
  shots) run_shots "$@" ;;
  store) run_store ;;
  at-scale) run_at_scale "$@" ;;
  help | --help | -h) help ;;
  *) fail "there is no command \"$command\"" "./build.sh help lists them" ;;
esac
