package dev.toec.cgen;

import java.net.URL;
import java.util.Map;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.misc.ObjectModelAdaptor;
import org.stringtemplate.v4.misc.STMessage;

/**
 * The skeletons of a target's files: a StringTemplate group with {@code $} as delimiter, which may import a base group
 * and override templates of it. Attributes may be records; an empty text counts
 * as absent. Whatever a template gets wrong throws.
 */
public final class Templates {
    private final STGroupFile group;

    private Templates(STGroupFile group) {
        this.group = group;
    }

    /** The group at {@code resource}, relative to the package of {@code owner}. */
    public static Templates load(Class<?> owner, String resource) {
        URL url = owner.getResource(resource);
        if (url == null) {
            throw new IllegalArgumentException("no template group " + resource + " beside " + owner.getName());
        }
        STGroupFile group = new STGroupFile(url, "UTF-8", '$', '$');
        group.setListener(new Thrower());
        group.registerModelAdaptor(Record.class, new RecordAdaptor());
        group.load();
        return new Templates(group);
    }

    /** The same group, which finds in {@code base} what it does not define. */
    public Templates inheriting(Templates base) {
        group.importTemplates(base.group);
        return this;
    }

    /** The text of {@code template} with {@code attributes}; lines end with a line feed. */
    public String render(String template, Map<String, ?> attributes) {
        ST instance = group.getInstanceOf(template);
        if (instance == null) {
            throw new IllegalArgumentException("no template " + template + " in " + group.getName());
        }
        attributes.forEach(instance::add);
        return instance.render().replace("\r\n", "\n");
    }

    /** Lets a template read the components of a record. */
    private static final class RecordAdaptor extends ObjectModelAdaptor<Record> {
        @Override
        public Object getProperty(Interpreter interpreter, ST self, Record record, Object property, String name) {
            try {
                var accessor = record.getClass().getMethod(name);
                accessor.setAccessible(true);
                Object value = accessor.invoke(record);
                // To a template, an empty text is what is not there.
                return "".equals(value) ? null : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + name, e);
            }
        }
    }

    /** A fault in a template is a fault of this compiler, never of its input. */
    private static final class Thrower implements STErrorListener {
        @Override
        public void compileTimeError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void runTimeError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void IOError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void internalError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }
    }
}
