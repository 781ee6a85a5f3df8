package org.jobline.platform.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * The commands {@code --backup=<folder>} and {@code --restore=<folder>} for the embedded server. They run beside the
 * application, without starting another.
 */
public final class BackupCommand {

  private static final String DIRECTORY = "jobline.embedded-database.directory";

  private BackupCommand() {}

  /** @return false when neither is asked for */
  public static boolean run(String... arguments) throws IOException, SQLException {
    ApplicationArguments options = new DefaultApplicationArguments(arguments);
    Optional<Path> backup = folder(options, "backup");
    Optional<Path> restore = folder(options, "restore");
    if (backup.isEmpty() && restore.isEmpty()) {
      return false;
    }
    if (backup.isPresent() && restore.isPresent()) {
      throw new IllegalArgumentException("Give --backup or --restore, not both");
    }
    ServerFolder data = new ServerFolder(folder(options, DIRECTORY).orElse(Path.of("data")).resolve("postgres"));
    if (backup.isPresent()) {
      new Backup(backup.get()).take(data);
      System.out.println("The backup is complete: " + backup.get().toAbsolutePath());
    } else {
      new Backup(restore.get()).restoreTo(data);
      System.out.println("Restored to " + data.path() + ". Start Jobline on it as usual");
    }
    return true;
  }

  private static Optional<Path> folder(ApplicationArguments options, String name) {
    return Optional.ofNullable(options.getOptionValues(name)).map(values -> {
      if (values.size() != 1 || values.get(0).isBlank()) {
        throw new IllegalArgumentException("--" + name + " needs one folder: --" + name + "=<folder>");
      }
      return Path.of(values.get(0));
    });
  }
}
