package org.jobline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jobline.platform.error.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents that were not removed; what was removed stays in its table, and in the events. */
@Repository
class DocumentRepository {

  private static final String SELECT = """
      select d.id, d.type, d.sub_type, d.title, v.version, v.file_name, v.media_type, v.size, v.sha256, v.uploaded_at,
        v.uploaded_by
      from document d join document_version v on v.document = d.id
      where d.order_number = :order and d.removed_at is null""";

  private final JdbcClient jdbc;

  DocumentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, String orderNumber, String type, @Nullable String subType, String title, Instant at) {
    jdbc.sql("insert into document (id, order_number, type, sub_type, title, filed_at) values (?,?,?,?,?,?)")
        .params(id, orderNumber, type, subType, title, Timestamp.from(at)).update();
  }

  void addVersion(UUID id, int version, Upload upload) {
    jdbc.sql("""
        insert into document_version (document, version, file_name, media_type, size, sha256, content, uploaded_at,
          uploaded_by)
        values (?,?,?,?,?,?,?,?,?)""")
        .params(id, version, upload.fileName(), upload.mediaType(), upload.size(), upload.sha256(), upload.content(),
            Timestamp.from(upload.uploadedAt()), upload.agent())
        .update();
  }

  void copy(UUID id, UUID copy, String orderNumber) {
    jdbc.sql("""
        insert into document (id, order_number, type, sub_type, title, filed_at)
        select :copy, :order, type, sub_type, title, filed_at from document where id = :id""")
        .param("copy", copy).param("order", orderNumber).param("id", id).update();
    jdbc.sql("""
        insert into document_version (document, version, file_name, media_type, size, sha256, content, uploaded_at,
          uploaded_by)
        select :copy, version, file_name, media_type, size, sha256, content, uploaded_at, uploaded_by
        from document_version where document = :id""")
        .param("copy", copy).param("id", id).update();
  }

  void describe(UUID id, String type, @Nullable String subType, String title) {
    jdbc.sql("update document set type = ?, sub_type = ?, title = ? where id = ?")
        .params(type, subType, title, id).update();
  }

  void remove(UUID id, Instant at, String by, String reason) {
    jdbc.sql("update document set removed_at = ?, removed_by = ?, removal_reason = ? where id = ?")
        .params(Timestamp.from(at), by, reason, id).update();
  }

  List<Document> of(String orderNumber) {
    return documents(jdbc.sql(SELECT + " order by d.filed_at, d.id, v.version").param("order", orderNumber));
  }

  private Optional<Document> find(String orderNumber, UUID id) {
    return documents(jdbc.sql(SELECT + " and d.id = :id order by v.version")
        .param("order", orderNumber).param("id", id)).stream().findFirst();
  }

  /** @throws NotFoundException when the order has no such document, or has it no more */
  Document get(String orderNumber, UUID id) {
    return find(orderNumber, id).orElseThrow(() -> new NotFoundException("document", id.toString()));
  }

  /** Where a version's content lies. */
  long content(UUID id, int version) {
    return jdbc.sql("select content from document_version where document = ? and version = ?")
        .params(id, version).query(Long.class).single();
  }

  private record Row(UUID id, String type, @Nullable String subType, String title, Document.Version version) {}

  private static List<Document> documents(JdbcClient.StatementSpec query) {
    Map<UUID, List<Row>> byId = new LinkedHashMap<>();
    query.query(DocumentRepository::read).list()
        .forEach(row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return byId.values().stream()
        .map(rows -> Document.of(rows.get(0).id(), rows.get(0).type(), rows.get(0).subType(), rows.get(0).title(),
            rows.stream().map(Row::version).toList()))
        .toList();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    return new Row(row.getObject("id", UUID.class), row.getString("type"), row.getString("sub_type"),
        row.getString("title"), new Document.Version(row.getInt("version"), row.getString("file_name"),
            row.getString("media_type"), row.getLong("size"), row.getString("sha256"),
            row.getTimestamp("uploaded_at").toInstant(), row.getString("uploaded_by")));
  }
}
