package org.plinth.web.command;

import java.util.List;
import java.util.concurrent.Callable;

/** A command that is only a name for others. */
interface CommandGroup {

    /** The others. */
    List<Callable<Integer>> subcommands();
}
