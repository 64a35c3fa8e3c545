package dev.toec.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project lie, from wherever the tests are started. */
final class Checkout {
    /** The directory of the outermost {@code pom.xml}. */
    static final Path ROOT = root();

    private Checkout() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && Files.exists(here.getParent().resolve("pom.xml"))) {
            here = here.getParent();
        }
        return here.endsWith("suite") ? here.getParent().getParent() : here;
    }

    static Path file(String relative) {
        return ROOT.resolve(relative);
    }

    static Path corpus(String name) {
        return file("tests/suite/src/test").resolve(name);
    }
}
