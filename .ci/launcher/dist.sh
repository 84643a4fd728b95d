# ./plinth dist: plinth-VERSION.zip, the same bytes from the same commit.
# Read by ./plinth after build.sh.

make_dist() {
    if [ $# -gt 0 ]; then
        say "Usage: ./plinth dist; it takes no \"$1\"."
        exit 2
    fi
    needs_for_building
    one_at_a_time
    # From nothing: what an earlier build left behind must not get in.
    rm -rf "$root"/*/target
    quiet_build package
    for must in LICENSE THIRD-PARTY.md plinth-sbom.json plinth-sbom.xml; do
        if [ ! -s "$product/$must" ]; then
            say "The product has no $must: it may not be given to others like that."
            exit 1
        fi
    done
    name=plinth-$(sed -n 's:^    <version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
    "$JAVA_HOME/bin/java" "$root/.ci/DistZip.java" "$product" "$root/$name.zip" "$name" >&2
    printf '%s\n' "$root/$name.zip"
}
