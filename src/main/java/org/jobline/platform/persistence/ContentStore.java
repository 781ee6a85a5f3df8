package org.jobline.platform.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Where the content of files lies. It goes in and out piece by piece, so that its size costs no memory, within the
 * transaction of whoever writes down where it is: what is rolled back was never stored.
 */
public interface ContentStore {

  /**
   * @return where it lies
   * @throws UncheckedIOException when the source cannot be read to its end
   */
  long write(InputStream source);

  /** @throws IOException when the target takes no more */
  void read(long place, OutputStream target) throws IOException;

  void remove(long place);
}
