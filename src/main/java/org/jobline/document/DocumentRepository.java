package org.jobline.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

  private static final String COLUMNS = "id, type, title, file_name, media_type, size, uploaded_at, uploaded_by";

  private final JdbcClient jdbc;

  DocumentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(String orderNumber, Document document, String sha256, byte[] content) {
    jdbc.sql("insert into document (order_number, " + COLUMNS + ", sha256, content) values (?,?,?,?,?,?,?,?,?,?,?)")
        .params(orderNumber, document.id(), document.type(), document.title(), document.fileName(),
            document.mediaType(), document.size(), Timestamp.from(document.uploadedAt()), document.uploadedBy(),
            sha256, content)
        .update();
  }

  List<Document> of(String orderNumber) {
    return jdbc.sql("select " + COLUMNS + " from document where order_number = ? order by uploaded_at, id")
        .param(orderNumber).query(DocumentRepository::read).list();
  }

  Optional<Document> find(String orderNumber, UUID id) {
    return jdbc.sql("select " + COLUMNS + " from document where order_number = ? and id = ?")
        .params(orderNumber, id).query(DocumentRepository::read).optional();
  }

  byte[] content(UUID id) {
    return jdbc.sql("select content from document where id = ?").param(id)
        .query((row, index) -> row.getBytes(1)).single();
  }

  private static Document read(ResultSet row, int index) throws SQLException {
    return new Document(row.getObject("id", UUID.class), row.getString("type"), row.getString("title"),
        row.getString("file_name"), row.getString("media_type"), row.getLong("size"),
        row.getTimestamp("uploaded_at").toInstant(), row.getString("uploaded_by"));
  }
}
