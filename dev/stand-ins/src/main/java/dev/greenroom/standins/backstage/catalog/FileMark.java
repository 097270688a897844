package dev.greenroom.standins.backstage.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What tells without reading it that a file has changed. */
record FileMark(long size, FileTime modified, @Nullable Object inode) {
    /** The marks of all YAML files below a folder; hidden files and folders are nobody's catalog. */
    static SortedMap<Path, FileMark> below(Path folder) {
        var marks = new TreeMap<Path, FileMark>();
        try (var paths = Files.find(folder, Integer.MAX_VALUE, (path, attributes) -> attributes.isRegularFile())) {
            for (var path : (Iterable<Path>) paths::iterator) {
                if (yaml(folder.relativize(path))) {
                    marks.put(path, of(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog folder " + folder + " can't be read", e);
        }
        return marks;
    }

    private static FileMark of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileMark(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    private static boolean yaml(Path path) {
        for (var part : path) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        var name = path.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
