package org.jobline.modelling;

/** What is asked for does not fit what is in force; nothing was changed. */
public class FileConflict extends RuntimeException {

  private final String type;

  FileConflict(String type, String message) {
    super(message);
    this.type = type;
  }

  static FileConflict nothingToTake(String file) {
    return new FileConflict("nothing-to-take", "The release's version of " + file + " is already in force.");
  }

  static FileConflict notReleased(String file) {
    return new FileConflict("nothing-to-take", "The release has no file " + file + ".");
  }

  static FileConflict inForce(String file, int version) {
    return new FileConflict("already-in-force", "Version " + version + " of " + file + " is already in force.");
  }

  static FileConflict unknownVersion(String file, int version, String known) {
    return new FileConflict(
        "unknown-version", "There is no version " + version + " of " + file + ". Versions: " + known + ".");
  }

  static FileConflict notDeployable(String file, RuntimeException why) {
    FileConflict conflict = new FileConflict("not-deployable", file + " can't be put in force: " + why.getMessage());
    conflict.initCause(why);
    return conflict;
  }

  /** The last part of the problem's type. */
  public String type() {
    return type;
  }
}
