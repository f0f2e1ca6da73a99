# What the scripts say. Colour only where somebody looks.
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else bold= red= green= plain=; fi

# step TEXT: what begins now.
step() { printf '%s==> %s%s\n' "$bold" "$1" "$plain"; }

# fail WHAT TODO: one line, and the end.
fail() {
  printf '%sbuild.sh: %s. %s%s\n' "$red" "$1" "$2" "$plain" >&2
  exit 1
}

# have PROGRAM
have() { command -v "$1" > /dev/null 2>&1; }
