# Everything that a step needs and this machine lacks. Each function is idempotent and quick when there is nothing to do.

# install_packages PACKAGE...: with apt where that is allowed; fails otherwise.
install_packages() {
  have apt-get || return 1
  local as=()
  if [ "$(id -u)" != 0 ]; then
    have sudo && sudo -n true 2> /dev/null || return 1
    as=(sudo -n)
  fi
  step "installing $* with apt"
  "${as[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

# Rust and Node are the reader's to install; everything else is ours.
need_basics() {
  have rustup || fail "rustup is missing" "Install it from https://rustup.rs and run this again"
  have node && have npm || fail "Node is missing" "Install Node 20.15 or later (with npm) and run this again"
  # 20.15: the first with zlib.crc32, which the packages need.
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 15) ? 0 : 1)' ||
    fail "Node $(node --version) is too old" "Install Node 20.15 or later and run this again"
  if ! have cc; then
    install_packages gcc libc6-dev || fail "a C linker (cc) is missing" "Install gcc or clang (on macOS: xcode-select --install) and run this again"
  fi
}

# The toolchain, components and target of rust-toolchain.toml. rustup may be told not to install them by itself.
need_rust() {
  local channel components targets
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  components=$(sed -n 's/^components = \[\(.*\)\]/\1/p' rust-toolchain.toml | tr -d '"' | tr ',' ' ')
  targets=$(sed -n 's/^targets = \[\(.*\)\]/\1/p' rust-toolchain.toml | tr -d '"' | tr ',' ' ')
  if ! rustup run "$channel" rustc --version > /dev/null 2>&1; then
    step "installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --no-self-update || fail "Rust $channel could not be installed" "Look at rustup's message above"
  fi
  local part installed
  installed=$(rustup component list --toolchain "$channel" --installed) || fail "rustup cannot list the components of Rust $channel" "Look at its message above"
  for part in $components; do
    grep -q "^$part" <<< "$installed" || { step "adding $part"; rustup component add --toolchain "$channel" "$part" || fail "rustup could not add $part" "Look at its message above"; }
  done
  for part in $targets; do
    grep -q "^rust-std-$part" <<< "$installed" || { step "adding the target $part"; rustup target add --toolchain "$channel" "$part" || fail "rustup could not add $part" "Look at its message above"; }
  done
}

# The development tools of package-lock.json; nothing of them travels with the extension.
need_node_modules() {
  local stamp=node_modules/.hearsay-lock
  cmp -s package-lock.json "$stamp" && return
  step "installing the development tools (npm ci)"
  npm ci --no-audit --no-fund --ignore-scripts || fail "npm ci failed" "Look at its message above; a network is needed the first time"
  cp package-lock.json "$stamp"
}

# need_browser chromium|firefox: sets CHROMIUM or FIREFOX to the program.
need_browser() {
  local found
  if ! found=$(node tools/browsers.mjs "$1"); then
    case $1 in
      chromium) install_packages chromium || install_packages chromium-browser || true ;;
      firefox) install_packages firefox-esr || install_packages firefox || true ;;
    esac
    found=$(node tools/browsers.mjs "$1") || fail "$1 is missing" "Install it, or set ${1^^} to the path of its program, and run this again"
  fi
  export "${1^^}=$found"
}
