package dev.toec.junit;

import dev.toec.interp.ModuleBinding;
import dev.toec.interp.ProgramSource;
import dev.toec.interp.ToeModule;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Carries out what {@link Toe} promises. */
final class ToeExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ToeExtension.class);

    /** The modules of one test by name. */
    private static final class Modules {
        private final IrProgram program;
        private final Map<String, ToeModule> byName = new TreeMap<>();

        private Modules(IrProgram program) {
            this.program = program;
        }

        ToeModule get(String name) {
            return byName.computeIfAbsent(name, n -> new ToeModule(program, n));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getTestMethod().isPresent()
                && (type == ToeModule.class || type.isAnnotationPresent(ModuleBinding.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Modules modules = modules(context);
        if (type == ToeModule.class) {
            return modules.get(moduleName(parameter, modules.program));
        }
        ModuleBinding binding = type.getAnnotation(ModuleBinding.class);
        return bind(type, modules.get(binding.value()));
    }

    private static String moduleName(ParameterContext parameter, IrProgram program) {
        List<String> names = program.modules().stream().map(Module::name).toList();
        return parameter.findAnnotation(OfModule.class).map(OfModule::value).orElseGet(() -> {
            if (names.size() != 1) {
                throw new ParameterResolutionException("say which module with @OfModule: the program has " + names);
            }
            return names.get(0);
        });
    }

    private static Object bind(Class<?> type, ToeModule module) {
        try {
            return type.getConstructor(ToeModule.class).newInstance(module);
        } catch (InvocationTargetException e) {
            throw new ParameterResolutionException("cannot make a " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ParameterResolutionException(type.getName() + " is no binding: generate it again", e);
        }
    }

    /** The modules of the test at hand; its own, so nothing a test does shows in another. */
    private static Modules modules(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> new Modules(program(context)), Modules.class);
    }

    /** The program is read once for all tests. */
    private static IrProgram program(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        String source = source(test);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(test.getName() + " " + source, key -> load(test, source), IrProgram.class);
    }

    private static IrProgram load(Class<?> test, String source) {
        try {
            return ProgramSource.load(SourceLookup.find(test, source));
        } catch (IllegalArgumentException inError) {
            throw new ExtensionConfigurationException(inError.getMessage(), inError);
        }
    }

    private static String source(Class<?> test) {
        for (Class<?> at = test; at != null; at = at.getEnclosingClass()) {
            if (at.isAnnotationPresent(Toe.class)) {
                return at.getAnnotation(Toe.class).value();
            }
        }
        throw new ExtensionConfigurationException(test.getName() + " has no @Toe");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Modules modules = context.getStore(NAMESPACE).get(context.getUniqueId(), Modules.class);
        if (modules != null) {
            modules.byName.values().forEach(m -> failure.addSuppressed(new ToeTrace(m.trace())));
        }
        throw failure;
    }
}
