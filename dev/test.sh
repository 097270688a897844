# Sourced by ./greenroom: builds, tests, and counts. Takes --only PART, or --chaos; without either everything runs.

run_tests() {
  if [ "${1:-}" = --chaos ]; then
    shift
    chaos "$@"
  fi
  [ ! -f "$home/running.json" ] || die "a Greenroom is up from this checkout, and the build would replace its jars: ./greenroom down first"
  local only=all goal=apply
  case "${1:-}" in
    "") ;;
    --only) only=${2:-} ;;
    *) die "test takes --chaos or --only unit|contract|flow|backstage|browser, not: $1" ;;
  esac
  # CI refuses what is not formatted; elsewhere the build formats it.
  [ -z "${CI:-}" ] || goal=check
  local choice=(-Dmaven.test.failure.ignore=true "-Dformat.goal=$goal" -Dsurefire.failIfNoSpecifiedTests=false)
  case "$only" in
    all) choice+=(-DexcludedGroups=) ;;
    unit) choice+=(-DexcludedGroups=contract,flow,backstage) ;;
    contract | flow | backstage | browser) choice+=("-Dgroups=$only" -DexcludedGroups=) ;;
    *) die "no such part of the tests: $only (unit, contract, flow, backstage or browser)" ;;
  esac
  # How a run of ./greenroom verify leaks (dev/verify-leaks.sh) has the services' tests log all.
  [ -z "${GREENROOM_LEAKS:-}" ] || choice+=("-Dsurefire.systemPropertiesFile=$root/dev/verify-leaks.properties")
  case "$only" in all | backstage | browser) provide_browser ;; esac
  find . -path '*/target/*' \( -path '*/surefire-reports/*' -o -name left-out.txt \) -type f -delete
  # What is saved from here on is not in the jars (ScriptTest).
  mkdir -p dev/quickstart/target && touch dev/quickstart/target/test-began
  local built=0
  # Tests wait more than they work, on two cores, too; a third module at a time gains little, and makes bounds in time tight.
  mvnw -T 2 "${choice[@]}" package || built=$?
  summary "$built" "$only"
}

# Kills processes of the packaged services, and ends with its exit code.
chaos() {
  build
  [ -f dev/chaos/target/greenroom-chaos.jar ] || { rm -f "$built" && build; }
  java_with "$root/dev/chaos/target/greenroom-chaos.jar:$root/dev/chaos/target/lib/*:$quickstart_class_path" \
    dev.greenroom.chaos.Chaos "$@"
}

# Installs Chromium for the tests in a browser where nobody has to be asked: as root, from Debian's packages. Where it
# can't be had, those tests say that they are left out.
provide_browser() {
  local log
  if { command -v chromium && command -v chromedriver; } >/dev/null; then return; fi
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 0
  echo "installing Debian's chromium and chromium-driver for the tests in a browser"
  log=$({ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium chromium-driver; } 2>&1) ||
    tail -n 5 <<<"$log"
}

# Adds up what Surefire reported, since each module counts for itself, and says what did not run.
summary() {
  local built=$1 only=$2 report total=0 failed=0 skipped=0 t e s f
  while read -r report; do
    # A report without counts is that of a JVM that died over it.
    read -r t e s f < <(counts "$report") || { echo "no counts in $report"; t=1 e=1 s=0 f=0; }
    total=$((total + t)) failed=$((failed + e + f)) skipped=$((skipped + s))
  done < <(find . -path '*/target/surefire-reports/TEST-*.xml')
  echo
  [ "$built" -eq 0 ] || echo "the build failed"
  echo "$((total - failed - skipped)) passed, $failed failed, $skipped skipped"
  [ "$only" = all ] || echo "left out: everything else, because only $only was asked for"
  find . -path '*/target/left-out.txt' -exec cat {} + | sort -u
  [ "$built" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$total" -gt 0 ]
}

counts() {
  local suite name
  suite=$(grep -m 1 '<testsuite ' "$1") || return
  for name in tests errors skipped failures; do
    sed "s/.* $name=\"\([0-9]*\)\".*/\1/" <<<"$suite"
  done | tr '\n' ' '
  echo
}
