package org.jobline.platform.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Content in PostgreSQL's large objects: in the same database and the same backup as what refers to it. */
@Component
class LargeObjects implements ContentStore {

  /** Bytes that are in memory at a time. */
  static final int PIECE = 64 * 1024;

  private final JdbcTemplate jdbc;

  LargeObjects(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public long write(InputStream source) {
    return with(objects -> {
      long place = objects.createLO(LargeObjectManager.READWRITE);
      try (LargeObject object = objects.open(place, LargeObjectManager.WRITE)) {
        byte[] piece = new byte[PIECE];
        for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
          object.write(piece, 0, read);
        }
      }
      return place;
    });
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
  public void read(long place, OutputStream target) throws IOException {
    try {
      with(objects -> {
        try (LargeObject object = objects.open(place, LargeObjectManager.READ)) {
          byte[] piece = new byte[PIECE];
          for (int read = object.read(piece, 0, PIECE); read > 0; read = object.read(piece, 0, PIECE)) {
            target.write(piece, 0, read);
          }
        }
        return place;
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(long place) {
    with(objects -> {
      objects.delete(place);
      return place;
    });
  }

  /** @return the place it was done to */
  private long with(Doing doing) {
    return jdbc.execute((ConnectionCallback<Long>) connection -> {
      try {
        return doing.with(connection.unwrap(PGConnection.class).getLargeObjectAPI());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private interface Doing {

    long with(LargeObjectManager objects) throws SQLException, IOException;
  }
}
