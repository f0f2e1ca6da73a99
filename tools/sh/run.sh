# ./build.sh run [--browser chromium|firefox] [URL]
run_extension() {
  local browser=chromium url=
  while [ $# -gt 0 ]; do
    case $1 in
      --browser) browser=${2:-}; shift 2 || fail "--browser needs a name" "chromium or firefox" ;;
      --browser=*) browser=${1#*=}; shift ;;
      -*) fail "there is no option $1" "./build.sh help lists them" ;;
      *) url=$1; shift ;;
    esac
  done
  case $browser in chromium | firefox) ;; *) fail "\"$browser\" is no browser that Hearsay knows" "Use chromium or firefox" ;; esac
  build
  need_browser "$browser"
  node tools/run.mjs "$browser" ${url:+"$url"}
}
