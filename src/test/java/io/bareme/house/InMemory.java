package io.bareme.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small sources, {@code ---} between them, that never become part of the program. */
final class InMemory {

    private InMemory() {}

    static Path compile(String sources, Path folder) {
        List<JavaFileObject> units =
                Stream.of(sources.split("---\n")).map(InMemory::source).toList();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none", "-d", folder.toString()), null, units)
                .call();
        assertThat(compiled).as("the planted source compiles").isTrue();
        return folder;
    }

    private static JavaFileObject source(String text) {
        String name = text.replaceAll("(?s).*?package (\\S+);.*?class (\\w+).*", "$1.$2");
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
