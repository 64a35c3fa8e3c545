package dev.toec.driver;

import dev.toec.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The machines this installation of toec can generate code for. */
public final class Targets {
    private Targets() {}

    /** Every installed target, by name. */
    public static List<Target> all() {
        return ServiceLoader.load(Target.class, Target.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Target::name))
                .toList();
    }

    /** The target named {@code name}, if it is installed. */
    public static Optional<Target> find(String name) {
        return all().stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
