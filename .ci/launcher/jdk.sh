# Finds a JDK of 17 or newer: JAVA_HOME, then PATH, then the usual folders. Sets and exports JAVA_HOME.
# Read by ./plinth after packages.sh.

least_java=17

# Prints the major version of the JDK in folder $1, or nothing when there is none.
jdk_major() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p'
    fi
}

is_usable_jdk() {
    major=$(jdk_major "$1")
    [ -n "$major" ] && [ "$major" -ge "$least_java" ]
}

jdk_of_path() {
    compiler=$(command -v javac 2>/dev/null) || return 0
    compiler=$(readlink -f "$compiler" 2>/dev/null || printf %s "$compiler")
    dirname "$(dirname "$compiler")"
}

find_jdk() {
    for home in "${JAVA_HOME:-}" "$(jdk_of_path)" \
        /usr/lib/jvm/*-17-* /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && is_usable_jdk "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

# The oldest JDK package this system offers that is new enough: the one nearest to what is tested.
jdk_package() {
    for version in 17 21 25; do
        if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
            printf 'openjdk-%s-jdk-headless\n' "$version"
            return 0
        fi
    done
    printf 'openjdk-17-jdk-headless\n'
}

# Text needs AWT, and AWT needs these two libraries; the font itself comes with Plinth.
libraries_for_text() {
    has_library libfontconfig.so.1 || printf 'libfontconfig1 '
    has_library libfreetype.so.6 || printf 'libfreetype6 '
}

use_a_jdk() {
    if home=$(find_jdk); then
        [ "${JAVA_HOME:-$home}" = "$home" ] ||
            say "JAVA_HOME is $JAVA_HOME, which is no JDK $least_java or newer; using $home."
    elif on_debian; then
        if am_root && [ -z "$no_install" ]; then apt-get update -qq >/dev/null 2>&1 || true; fi
        # shellcheck disable=SC2046 # one word per package
        install_packages "building and running" "$(jdk_package)" unzip ca-certificates $(libraries_for_text)
        home=$(find_jdk) || {
            say "The JDK was installed but cannot be found. Set JAVA_HOME to its folder and try again."
            exit 2
        }
    else
        say "Plinth needs a JDK $least_java or newer. Install one (https://adoptium.net has them), set JAVA_HOME, then try again."
        exit 2
    fi
    JAVA_HOME=$home
    export JAVA_HOME
}
