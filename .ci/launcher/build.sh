# Builds the product folder web/target/plinth when its sources changed.
# Read by ./plinth after jdk.sh.

stamp=$root/target/plinth.stamp

# What the product is made of; tests and documents for developers are not.
product_sources() {
    printf '%s\n' pom.xml .mvn LICENSE CHANGELOG.md .ci/ThirdParty.java docs \
        core/pom.xml core/src/main ble-driver/pom.xml ble-driver/src/main \
        calibration/pom.xml calibration/src/main web/pom.xml web/src/main
}

# Path, size and time of every source: changes with an edit, an addition, a removal and a checkout of another state.
fingerprint() (
    cd "$root"
    if find pom.xml -printf '' 2>/dev/null; then
        # shellcheck disable=SC2046 # no source path has a space
        find $(product_sources) -type f -printf '%p %s %T@\n' 2>/dev/null
    else
        # shellcheck disable=SC2046 # as above; BSD and macOS
        find $(product_sources) -type f -exec stat -f '%N %z %Fm' {} + 2>/dev/null
    fi | LC_ALL=C sort | cksum
)

is_stale() {
    [ ! -x "$product/bin/plinth" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$1" ]
}

needs_for_building() {
    on_debian || return 0
    missing=$(libraries_for_text)
    # The wrapper checks the sum of Maven's zip file, so it has to be able to open that one.
    command -v unzip >/dev/null 2>&1 || missing="$missing unzip"
    # shellcheck disable=SC2086 # one word per package
    [ -z "$(printf %s "$missing" | tr -d ' ')" ] || install_packages "building and running" $missing
}

# Two launchers must not build in the same folder at once: the second waits, then finds nothing stale.
one_at_a_time() {
    mkdir -p "$root/target"
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/target/plinth.lock"
        flock 9
    fi
}

maven() (
    cd "$root"
    exec ./mvnw -B "$@"
)

# Builds quietly; a failure shows what Maven warned of as well, because warnings are what fails most.
#   $@ = phases and options
quiet_build() {
    log=$root/target/plinth-build.log
    maven -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip "$@" >"$log" 2>&1 9>&- || {
        grep -E '^\[(ERROR|WARNING)\]|^Third party' "$log" | grep -vE 'Re-run Maven|re-run Maven|Help 1|For more information|After correcting|mvn <args>|ERROR\] $' >&2 || tail -n 40 "$log" >&2
        say "Plinth could not be built; what was wrong stands above, all of it in $log."
        exit 1
    }
}

build_if_stale() {
    is_stale "$(fingerprint)" || return 0
    needs_for_building
    one_at_a_time
    wanted=$(fingerprint)
    if is_stale "$wanted"; then
        say "Building Plinth. The first time this fetches its parts from Maven Central and takes a few minutes."
        quiet_build package
        "$product/bin/plinth" --prepare >&2 9>&- || true
        printf '%s' "$wanted" >"$stamp"
    fi
    exec 9>&-
}
