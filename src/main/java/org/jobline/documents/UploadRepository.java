package org.jobline.documents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UploadRepository {

  private static final String COLUMNS =
      "id, order_number, agent, file_name, media_type, size, sha256, content, uploaded_at";
  private static final RowMapper<Upload> ROW = (row, index) -> new Upload(row.getObject("id", UUID.class),
      row.getString("order_number"), row.getString("agent"), row.getString("file_name"), row.getString("media_type"),
      row.getLong("size"), row.getString("sha256"), row.getLong("content"),
      row.getTimestamp("uploaded_at").toInstant());

  private final JdbcClient jdbc;

  UploadRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the agent has here of all orders; he gets no other until this transaction ends. */
  Staged stagedBy(String agent) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('upload of ' || ?, 0))").param(agent).query().listOfRows();
    return jdbc.sql("select count(*), coalesce(sum(size), 0) from upload where agent = ?").param(agent)
        .query((row, index) -> new Staged(row.getInt(1), row.getLong(2))).single();
  }

  /** @param size in bytes */
  record Staged(int files, long size) {}

  void save(Upload upload) {
    jdbc.sql("insert into upload (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?)")
        .params(upload.id(), upload.orderNumber(), upload.agent(), upload.fileName(), upload.mediaType(),
            upload.size(), upload.sha256(), upload.content(), Timestamp.from(upload.uploadedAt()))
        .update();
  }

  /** The agent's own for the order, gone from here when the transaction commits. */
  Optional<Upload> take(UUID id, String orderNumber, String agent) {
    return jdbc.sql("delete from upload where id = ? and order_number = ? and agent = ? returning " + COLUMNS)
        .params(id, orderNumber, agent).query(ROW).optional();
  }

  List<Upload> takeAllOf(String agent) {
    return jdbc.sql("delete from upload where agent = ? returning " + COLUMNS).param(agent).query(ROW).list();
  }

  List<Upload> takeOlderThan(Instant time) {
    return jdbc.sql("delete from upload where uploaded_at < ? returning " + COLUMNS)
        .param(Timestamp.from(time)).query(ROW).list();
  }
}
