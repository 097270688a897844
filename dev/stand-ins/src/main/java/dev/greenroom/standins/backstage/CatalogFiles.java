package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Changes the catalog's folder as an author's push would: a file is there whole, or not at all. */
public record CatalogFiles(Path folder) {
    /**
     * Writes or replaces a file.
     *
     * @param name relative to the folder: {@code payments/catalog-info.yaml}
     */
    public void write(String name, String yaml) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), ".", ".draft");
            Files.writeString(draft, yaml);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
