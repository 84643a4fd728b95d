package org.plinth.web.access;

import java.util.List;
import java.util.Set;
import org.plinth.web.clinic.Role;

/**
 * What a route needs of who calls it.
 *
 * @param route as in the table
 * @param roles that may; empty where it is open to all
 * @param named what its path names
 * @param guests whether another clinic may read here what was shared with it
 * @param unlocked roles that a restriction does not keep out here, because no record is shown: where an emergency is declared,
 *     and where an owner names another team
 * @param emergencies whether an emergency opens it; it never opens the question who else may see her
 */
public record Need(
        String route,
        Set<Role> roles,
        List<Naming.Named> named,
        boolean guests,
        Set<Role> unlocked,
        boolean emergencies) {

    /** Copies the collections. */
    public Need {
        roles = Set.copyOf(roles);
        named = List.copyOf(named);
        unlocked = Set.copyOf(unlocked);
    }

    /** Whether anybody may, logged in or not. */
    public boolean open() {
        return roles.isEmpty();
    }
}
