package org.plinth.web.capture;

/** Makes the assembly of one stream, telling this ear. */
@FunctionalInterface
interface AssemblyMaker {
    ForceAssembly make(ForceAssembly.Ear ear);
}
