package org.jobline.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of what happened to diagrams, tables and forms. */
@Component
class ModellingJournal {

  private static final String COLUMNS =
      "at, who, what, file, from_version, to_version, from_hash, to_hash, release, reason";

  /** A page; who wants to look further back asks for one file. */
  private static final int MAX_EVENTS = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  ModellingJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void append(ModellingEvent event) {
    jdbc.sql("insert into modelling_event (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?)")
        .params(Timestamp.from(clock.instant()), event.who(), event.what().name(), event.file(), event.fromVersion(),
            event.toVersion(), event.fromHash(), event.toHash(), event.release(), event.reason())
        .update();
  }

  /** The newest first. */
  List<ModellingEvent> events(Optional<String> file) {
    return jdbc.sql("select " + COLUMNS + " from modelling_event where :file::text is null or file = :file"
            + " order by id desc limit " + MAX_EVENTS)
        .param("file", file.orElse(null)).query(ModellingJournal::read).list();
  }

  private static ModellingEvent read(ResultSet row, int number) throws SQLException {
    return new ModellingEvent(
        row.getTimestamp("at").toInstant(), row.getString("who"), ModellingEvent.What.valueOf(row.getString("what")),
        row.getString("file"), row.getObject("from_version", Integer.class), row.getObject("to_version", Integer.class),
        row.getString("from_hash"), row.getString("to_hash"), row.getString("release"), row.getString("reason"));
  }
}
