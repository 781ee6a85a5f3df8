package org.jobline.replay;

import java.nio.file.Path;

/** The file is no XES log that can be read to its end. */
class UnreadableLogException extends RuntimeException {

  UnreadableLogException(Path file, String why, Throwable cause) {
    super(file + " cannot be read as an XES log: " + why, cause);
  }
}
