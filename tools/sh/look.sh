# What is looked at and measured in both browsers beside the tests: too long for every run, and it needs somebody's eyes.

# ./build.sh survey [--browser chromium|firefox] [--pages N..M] [--widths 360,1280] [--out DIR]: every saved page, one row a page.
run_survey() {
  case " $* " in *" --help "* | *" -h "*) exec node tests/browser/survey.mjs --help ;; esac
  build
  need_browsers_of "$@"
  node tests/browser/survey.mjs "$@"
}

# ./build.sh shots [--browser chromium|firefox] [--only PART]: the pictures, into dist/shots.
run_shots() {
  case " $* " in *" --help "* | *" -h "*) exec node tests/browser/shots.mjs --help ;; esac
  build
  need_browsers_of "$@"
  node tests/browser/shots.mjs "$@"
}

# ./build.sh store: the pictures that the stores show, in their sizes, into dist/store.
run_store() {
  build
  need_browser chromium
  need_browser firefox
  node tests/browser/store.mjs
}

# The browser that --browser names, or both.
need_browsers_of() {
  case " $* " in
    *" --browser chromium "* | *" --browser=chromium "*) need_browser chromium ;;
    *" --browser firefox "* | *" --browser=firefox "*) need_browser firefox ;;
    *) need_browser chromium; need_browser firefox ;;
  esac
}
