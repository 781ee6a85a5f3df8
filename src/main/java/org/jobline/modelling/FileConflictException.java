package org.jobline.modelling;

/** What is asked for does not fit what is in force; nothing was changed. */
public class FileConflictException extends RuntimeException {

  private final String type;

  FileConflictException(String type, String message) {
    super(message);
    this.type = type;
  }

  static FileConflictException nothingToTake(String file) {
    return new FileConflictException("nothing-to-take", "The release's version of " + file + " is already in force.");
  }

  static FileConflictException notReleased(String file) {
    return new FileConflictException("nothing-to-take", "The release has no file " + file + ".");
  }

  static FileConflictException inForce(String file, int version) {
    return new FileConflictException(
        "already-in-force", "Version " + version + " of " + file + " is already in force.");
  }

  static FileConflictException unknownVersion(String file, int version, String known) {
    return new FileConflictException(
        "unknown-version", "There is no version " + version + " of " + file + ". Versions: " + known + ".");
  }

  static FileConflictException notDeployable(String file, RuntimeException why) {
    FileConflictException conflict =
        new FileConflictException("not-deployable", file + " can't be put in force: " + why.getMessage());
    conflict.initCause(why);
    return conflict;
  }

  /** The last part of the problem's type. */
  public String type() {
    return type;
  }
}
