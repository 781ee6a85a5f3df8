package org.jobline.platform.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of an embedded server's data in a folder of its own, taken while the server works: PostgreSQL's base backup by
 * its low-level interface (PostgreSQL 17, 25.3.4), which needs no program that the embedded server has not.
 */
final class Backup {

  private static final String LABEL = "backup_label";

  /** What belongs to the running server, or is made anew at each start. */
  private static final Set<String> NOT_FILES = Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init");
  private static final Set<String> NOT_CONTENT_OF = Set.of(
      "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

  private final Path folder;

  Backup(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** @throws IllegalStateException when there is something in the folder already, or no data to copy */
  void take(ServerFolder data) throws IOException, SQLException {
    if (!Files.exists(data.path().resolve("PG_VERSION"))) {
      throw new IllegalStateException("There is no database in " + data.path());
    }
    requireNothingIn(folder);
    // so that nobody takes half a backup for a whole one
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    requireNothingIn(unfinished);
    if (data.server().isPresent()) {
      copyRunning(data, unfinished);
    } else {
      copy(data.path(), unfinished, NOT_FILES, Set.of());
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyRunning(ServerFolder data, Path target) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(data.url()); Statement sql = connection.createStatement()) {
      // keeps the log that is written meanwhile until it is copied too; goes with the connection
      sql.execute("select pg_create_physical_replication_slot('jobline_backup_' || pg_backend_pid(), true, true)");
      sql.execute("select pg_backup_start('jobline', true)");
      copy(data.path(), target, NOT_FILES, NOT_CONTENT_OF);
      try (ResultSet end = sql.executeQuery("select labelfile from pg_backup_stop(false)")) {
        end.next();
        Files.writeString(target.resolve(LABEL), end.getString("labelfile"));
      }
      copy(data.path().resolve("pg_wal"), target.resolve("pg_wal"), Set.of(), Set.of("archive_status", "summaries"));
    }
  }

  /** @throws IllegalStateException when there is something in the data folder already, or no whole backup here */
  void restoreTo(ServerFolder data) throws IOException {
    if (!Files.exists(folder.resolve("PG_VERSION"))) {
      throw new IllegalStateException("There is no backup in " + folder);
    }
    requireNothingIn(data.path());
    Path unfinished = data.path().resolveSibling("postgres.unfinished");
    requireNothingIn(unfinished);
    copy(folder, unfinished, Set.of(), Set.of());
    Files.move(unfinished, data.path(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireNothingIn(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isEmpty()) {
          Files.delete(path);
          return;
        }
      }
    }
    if (Files.exists(path)) {
      throw new IllegalStateException(path + " already contains something; name an empty or new folder");
    }
  }

  private static void copy(Path source, Path target, Set<String> notFiles, Set<String> notContentOf) throws IOException {
    Files.walkFileTree(source, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(target.resolve(source.relativize(directory)));
        boolean isTemporary = directory.getFileName().toString().startsWith("pgsql_tmp");
        return isTemporary || !directory.equals(source) && notContentOf.contains(source.relativize(directory).toString())
            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!notFiles.contains(file.getFileName().toString())) {
          try {
            copyToDisk(file, target.resolve(source.relativize(file)));
          } catch (NoSuchFileException e) {
            // the server has just deleted it, and its log says so
          }
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE;
        }
        throw failure;
      }
    });
  }

  private static void copyToDisk(Path source, Path target) throws IOException {
    try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel to = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = from.size();
      for (long position = 0; position < size; ) {
        long copied = from.transferTo(position, size - position, to);
        if (copied <= 0) {
          break;
        }
        position += copied;
      }
      to.force(true);
    }
  }
}
