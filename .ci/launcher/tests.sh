# ./plinth test [--fast|--soak]: the tests of one tier, and a true count of them at the end.
# Read by ./plinth after build.sh. The tiers are told apart by tags (CONTRIBUTING.md).

# Packages that the tests need and this machine lacks.
packages_for_tests() {
    command -v chromium >/dev/null 2>&1 || printf 'chromium '
    command -v node >/dev/null 2>&1 || printf 'nodejs '
    any_file /usr/lib/postgresql/*/bin/initdb || printf 'postgresql '
    command -v dbus-daemon >/dev/null 2>&1 || printf 'dbus '
    command -v pdftotext >/dev/null 2>&1 || printf 'poppler-utils '
    any_file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf || printf 'fonts-dejavu-core '
    command -v unzip >/dev/null 2>&1 || printf 'unzip '
    libraries_for_text
}

needs_for_tests() {
    on_debian || return 0
    missing=$(packages_for_tests)
    # shellcheck disable=SC2086 # one word per package
    [ -z "$missing" ] || install_packages "the tests" $missing
}

run_tests() {
    tier=full excluded=soak groups=
    while [ $# -gt 0 ]; do
        case $1 in
            --fast) tier=fast excluded='slow|browser|postgres|bluetooth|soak' ;;
            --soak) tier=soak excluded='' groups=soak ;;
            *)
                say "Usage: ./plinth test [--fast|--soak]; \"$1\" is neither."
                exit 2
                ;;
        esac
        shift
    done
    [ "$tier" = fast ] || needs_for_tests
    needs_for_building
    one_at_a_time
    rm -rf "$root"/*/target/surefire-reports
    status=0
    # A failed test does not keep the next module's tests from running; the report below fails instead.
    maven -fae -Dmaven.test.failure.ignore=true "-Dplinth.tests.exclude=$excluded" "-Dplinth.tests.groups=$groups" \
        "-Dplinth.node=$(command -v node || printf node)" verify 9>&- || status=$?
    [ "$status" = 0 ] || say "The build failed as well; what was wrong stands above, in the lines that begin with [ERROR]."
    "$JAVA_HOME/bin/java" "$root/.ci/TestReport.java" "$root" "$tier" || status=1
    [ "$status" = 0 ] || exit 1
}
