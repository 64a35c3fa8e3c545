package dev.toec.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void writesFilesInDirectoriesItMakes() throws IOException {
        Path directory = temporary.resolve("a/b");
        BuildDirectory.write(directory, Map.of("Makefile", "all:\n", "src/main.c", "int x;\n"));
        assertThat(directory.resolve("Makefile")).hasContent("all:\n");
        assertThat(directory.resolve("src/main.c")).hasContent("int x;\n");
    }

    @Test
    void removesWhatIsGeneratedNoLongerAndKeepsWhatWasBuilt() throws IOException {
        BuildDirectory.write(temporary, Map.of("old.c", "1", "kept.c", "2"));
        Files.writeString(temporary.resolve("kept.o"), "made by make");
        BuildDirectory.write(temporary, Map.of("kept.c", "2", "new.c", "3"));
        assertThat(temporary.resolve("old.c")).doesNotExist();
        assertThat(temporary.resolve("kept.o")).exists();
        assertThat(temporary.resolve("new.c")).hasContent("3");
    }

    @Test
    void leavesUnchangedFilesUntouched() throws IOException {
        BuildDirectory.write(temporary, Map.of("same.c", "1"));
        FileTime longAgo = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(temporary.resolve("same.c"), longAgo);
        BuildDirectory.write(temporary, Map.of("same.c", "1"));
        assertThat(Files.getLastModifiedTime(temporary.resolve("same.c"))).isEqualTo(longAgo);
    }

    @Test
    void refusesADirectoryWithFilesOfOthers() throws IOException {
        Files.writeString(temporary.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> BuildDirectory.write(temporary, Map.of("a.c", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("files that toec did not write");
        assertThat(temporary.resolve("a.c")).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfTheDirectory() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> BuildDirectory.write(file, Map.of("a.c", ""))).hasMessageContaining("not a directory");
    }

    @Test
    void refusesPathsThatLeadOut() {
        assertThatThrownBy(() -> BuildDirectory.write(temporary.resolve("d"), Map.of("../a.c", "")))
                .hasMessageContaining("out of the build directory");
        assertThat(temporary.resolve("a.c")).doesNotExist();
    }
}
