package dev.toec.bindings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names for one scope of generated code: the program's names as Java writes names, each once. */
final class JavaNames {
    /** What every object has already and a method without parameters must not redefine. */
    private static final List<String> OBJECT =
            List.of("getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "clone", "finalize");

    private final Set<String> taken = new HashSet<>(OBJECT);

    /** {@code vlan_stripped} becomes {@code vlanStripped}; a number makes it unique. */
    String member(String name) {
        return unique(camel(name, false));
    }

    /** {@code vlan_stripped} becomes {@code VlanStripped}. */
    static String type(String name) {
        return camel(name, true);
    }

    private String unique(String name) {
        String candidate = SourceVersion.isKeyword(name) ? name + "_" : name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private static String camel(String name, boolean capital) {
        StringBuilder text = new StringBuilder();
        boolean upper = capital;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = text.length() > 0 || capital;
            } else {
                text.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        boolean begins = text.length() > 0 && Character.isJavaIdentifierStart(text.charAt(0));
        return begins ? text.toString() : "_" + text;
    }
}
