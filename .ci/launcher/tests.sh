# ./plinth test [--fast|--soak]: the tests of one tier, and a true count of them at the end.
# Read by ./plinth after build.sh. The tiers are told apart by tags (CONTRIBUTING.md).

# Packages that the tests need and this machine lacks.
packages_for_tests() {
    command -v chromium >/dev/null 2>&1 || printf 'chromium '
    command -v node >/dev/null 2>&1 || printf 'nodejs '
    any_file /usr/lib/postgresql/*/bin/initdb || printf 'postgresql '
    command -v dbus-daemon >/dev/null 2>&1 || printf 'dbus '
    packages_for_emulation
    command -v pdftotext >/dev/null 2>&1 || printf 'poppler-utils '
    any_file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf || printf 'fonts-dejavu-core '
    # the whole standard library: the example of the API reads HTTP and JSON with it
    python3 -c 'import argparse, json, urllib.request' >/dev/null 2>&1 || printf 'python3 '
    command -v unzip >/dev/null 2>&1 || printf 'unzip '
    libraries_for_text
}

# The emulated computer with Bluetooth (ble-driver/src/test/vm).
packages_for_emulation() {
    command -v qemu-system-x86_64 >/dev/null 2>&1 || printf 'qemu-system-x86 '
    [ -x /usr/libexec/bluetooth/bluetoothd ] || printf 'bluez '
    command -v btvirt >/dev/null 2>&1 || printf 'bluez-test-tools '
    command -v busybox >/dev/null 2>&1 || printf 'busybox-static '
    command -v cpio >/dev/null 2>&1 || printf 'cpio '
    [ -x /sbin/modprobe ] || [ -x /usr/sbin/modprobe ] || printf 'kmod '
    command -v socat >/dev/null 2>&1 || printf 'socat '
    command -v python3 >/dev/null 2>&1 || printf 'python3-minimal '
}

# Its kernel: Debian's own package, unpacked by the tests and never installed. The "cloud" ones have no Bluetooth.
fetch_kernel() {
    mkdir -p "$root/target/vm"
    ! any_file "$root"/target/vm/linux-image-*.deb || return 0
    line="apt-get update && cd $root/target/vm && apt-get download \$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-[0-9]/ { print \$2; exit }')"
    if [ -n "$no_install" ]; then
        say "Plinth would fetch a kernel for the emulated computer, not to be installed:"
        say "  $line"
        exit 2
    fi
    say "Fetching a kernel for the emulated computer."
    # The index may be missing, or older than the mirror.
    download_kernel || { am_root && apt-get update -q >/dev/null 2>&1 && download_kernel; } || {
        say "The kernel for the emulated computer could not be fetched. Run this, then try again:"
        say "  $line"
        exit 2
    }
}

download_kernel() {
    kernel=$(apt-cache depends linux-image-amd64 2>/dev/null | awk '/Depends: linux-image-[0-9]/ { print $2; exit }')
    [ -n "$kernel" ] && (cd "$root/target/vm" && apt-get download -qq "$kernel" >/dev/null 2>&1)
}

needs_for_tests() {
    on_debian || return 0
    missing=$(packages_for_tests)
    # shellcheck disable=SC2086 # one word per package
    [ -z "$missing" ] || install_packages "the tests" $missing
    fetch_kernel
}

run_tests() {
    tier=full excluded=soak groups= forks=2
    # Most classes of a test run a few times only: the second compiler and the parallel collector cost more than they give.
    jvm='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
    while [ $# -gt 0 ]; do
        case $1 in
            --fast) tier=fast excluded='slow|browser|postgres|bluetooth|soak' ;;
            # what soak measures is measured alone
            --soak) tier=soak excluded='' groups=soak forks=1 jvm= ;;
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
    # One that failed is run once more, because browsers and radios on a loaded machine miss their time; the report names it.
    maven -fae -Dmaven.test.failure.ignore=true -Dplinth.tests.again=1 "-Dplinth.tests.exclude=$excluded" "-Dplinth.tests.groups=$groups" \
        "-Dplinth.tests.forks=$forks" "-Dplinth.tests.jvm=$jvm" "-Dplinth.node=$(command -v node || printf node)" verify 9>&- || status=$?
    [ "$status" = 0 ] || say "The build failed as well; what was wrong stands above, in the lines that begin with [ERROR]."
    "$JAVA_HOME/bin/java" "$root/.ci/TestReport.java" "$root" "$tier" || status=1
    [ "$status" = 0 ] || exit 1
}
