# ./build.sh at-scale [COUNT]: docs/at-scale.md, shown on COUNT generated articles (200,000 by default: some minutes).
run_at_scale() {
  local count=${1:-200000} home=.cache/at-scale
  need_basics
  need_rust
  have python3 || fail "Python is missing" "Install Python 3.10 or later and run this again"
  have java || install_packages default-jre-headless || fail "Java is missing, which Spark needs" "Install a Java runtime (17 or later) and run this again"
  if ! cmp -s tools/scale/requirements.txt "$home/requirements.txt"; then
    step "installing Spark and DuckDB for Python"
    rm -rf "$home"
    python3 -m venv "$home" || { install_packages python3-venv && python3 -m venv "$home"; } || fail "Python cannot make an environment" "Install Python's venv module and run this again"
    "$home/bin/pip" install -q -r tools/scale/requirements.txt || fail "pip failed" "Look at its message above; a network is needed the first time"
    cp tools/scale/requirements.txt "$home/requirements.txt"
  fi
  cargo build --locked --release --bin hearsay || fail "the program was not built" "The message above says why"
  step "one run, two jobs, a kill, Spark and DuckDB on $count articles"
  "$home/bin/python" tools/scale/show.py target/release/hearsay target/at-scale "$count" || fail "what docs/at-scale.md says does not hold" "The message above says what"
}
