# Packages of the system: installs them by name when it may, otherwise says the one line to run.
# Read by ./plinth, which provides $no_install and say().

on_debian() { command -v apt-get >/dev/null 2>&1; }

am_root() { [ "$(id -u)" = 0 ]; }

# Installs the named packages, or prints how to and ends with 2.
#   $1 = what they are for     $2… = packages
install_packages() {
    purpose=$1
    shift
    line="apt-get update && apt-get install -y --no-install-recommends $*"
    if [ -n "$no_install" ]; then
        say "Plinth would install these for $purpose: $*"
        say "  $line"
        exit 2
    fi
    if ! am_root; then
        say "Plinth needs these packages for $purpose: $*. Run this once, then try again:"
        say "  sudo sh -c '$line'"
        exit 2
    fi
    say "Installing for $purpose: $*"
    report=$(mktemp)
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
    } >"$report" 2>&1 || {
        cat "$report" >&2
        say "The packages could not be installed. Run this, read what it says, then try again:"
        say "  $line"
        exit 2
    }
    rm -f "$report"
}

# Succeeds when a file of one of these patterns exists.
any_file() {
    for candidate in "$@"; do
        [ ! -e "$candidate" ] || return 0
    done
    return 1
}

has_library() {
    any_file /usr/lib/*/"$1" /lib/*/"$1" /usr/lib64/"$1" /usr/lib/"$1" /usr/local/lib/"$1"
}
