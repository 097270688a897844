# Sourced by ./greenroom: runs the tests with all logs on, and searches what they leave for every secret that they used.
# Takes what ./greenroom test takes. What was searched stays where there is a leak, and is deleted where there is none.

verify_leaks() {
  local leaks=$home/leaks tests=passed found=0 reports
  rm -rf "$leaks"
  mkdir -p "$leaks/logs"
  # The stand-ins note what they give out, and nothing is deleted (dev.greenroom.standins.leaks); the services' tests log all.
  export GREENROOM_LEAKS=$leaks QUARKUS_CONFIG_LOCATIONS=$root/dev/verify-leaks.properties
  . dev/test.sh
  (run_tests "$@") 2>&1 | tee "$leaks/logs/tests.log" || tests="not all passed, which may be for the noise: ./greenroom test tells"
  mapfile -t reports < <(find . -type d -path '*/target/surefire-reports')
  echo
  echo "tests: $tests"
  echo "searching $(du -sh "$leaks" | cut -f 1) of logs, error bodies and data, and ${#reports[@]} folders of reports"
  (java_with "$quickstart_class_path" dev.greenroom.standins.leaks.VerifyLeaks "$leaks" "${reports[@]}") || found=$?
  [ "$found" -eq 0 ] || die "what was searched is in $leaks; its folder canaries has the secrets"
  rm -rf "$leaks"
  [ "$tests" = passed ] || die "nothing was found, but not all tests ran to their end, so that not all was searched"
}
