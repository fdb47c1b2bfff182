package org.casus.analyze.compact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of words in a text file: one list a line, words set apart by tabs. */
final class ValueLists {
    private ValueLists() {}

    static List<List<String>> read(Path path) throws IOException {
        List<List<String>> lists = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            lists.add(List.of(line.split("\t", -1)));
        }
        return lists;
    }

    static void write(Collection<List<String>> lists, Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<String> list : lists) {
            for (String word : list) {
                if (word.isEmpty() || word.matches("(?s).*[\t\r\n].*")) {
                    throw new IllegalStateException(
                            "\"" + word + "\" cannot be written to " + path.getFileName());
                }
            }
            lines.add(String.join("\t", list));
        }
        Files.writeString(path, String.join("\n", lines) + "\n");
    }
}
