package org.jobline.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what the newest release has, and what was taken of one. */
@Repository
class ReleaseFileRepository {

  private static final String COLUMNS = "file, name, taken_hash, hash, release, offered_at, refusal";

  private final JdbcClient jdbc;

  ReleaseFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ReleaseFile> all() {
    return jdbc.sql("select " + COLUMNS + " from release_file order by file")
        .query(ReleaseFileRepository::read).list();
  }

  Optional<ReleaseFile> find(String file) {
    return jdbc.sql("select " + COLUMNS + " from release_file where file = ?").param(file)
        .query(ReleaseFileRepository::read).optional();
  }

  void save(ReleaseFile file) {
    jdbc.sql("insert into release_file (" + COLUMNS + ") values (?,?,?,?,?,?,?)"
            + " on conflict (file) do update set name = excluded.name, taken_hash = excluded.taken_hash,"
            + " hash = excluded.hash, release = excluded.release, offered_at = excluded.offered_at,"
            + " refusal = excluded.refusal")
        .params(file.file(), file.name(), file.takenHash(), file.hash(), file.release(),
            Timestamp.from(file.offeredAt()), file.refusal())
        .update();
  }

  /** What a release has no more is nobody's but the process owner's. */
  void keepOnly(Collection<String> files) {
    jdbc.sql("delete from release_file where not file = any (?)").param(files.toArray(String[]::new)).update();
  }

  private static ReleaseFile read(ResultSet row, int number) throws SQLException {
    return new ReleaseFile(
        row.getString("file"), row.getString("name"), row.getString("taken_hash"), row.getString("hash"),
        row.getString("release"), row.getTimestamp("offered_at").toInstant(), row.getString("refusal"));
  }
}
