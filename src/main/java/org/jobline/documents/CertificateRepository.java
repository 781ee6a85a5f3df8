package org.jobline.documents;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates that were not deleted; what was deleted stays in its table, and in the events. */
@Repository
class CertificateRepository {

  private static final RowMapper<Certificate> ROW = (row, index) -> new Certificate(
      row.getObject("id", UUID.class), row.getString("type"), row.getString("number"),
      row.getObject("issued_on", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getString("result"),
      row.getString("asset"), row.getObject("document", UUID.class), row.getTimestamp("added_at").toInstant(),
      row.getString("added_by"));

  private final JdbcClient jdbc;

  CertificateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String orderNumber, Certificate certificate) {
    jdbc.sql("""
        insert into certificate (order_number, id, type, number, issued_on, valid_to, result, asset, document, added_at,
          added_by)
        values (?,?,?,?,?,?,?,?,?,?,?)""")
        .params(orderNumber, certificate.id(), certificate.type(), certificate.number(), certificate.issuedOn(),
            certificate.validTo(), certificate.result(), certificate.asset(), certificate.document(),
            Timestamp.from(certificate.addedAt()), certificate.addedBy())
        .update();
  }

  void delete(UUID id, Instant at, String by, String reason) {
    jdbc.sql("update certificate set deleted_at = ?, deleted_by = ?, deletion_reason = ? where id = ?")
        .params(Timestamp.from(at), by, reason, id).update();
  }

  /** The one that stands on this paper. */
  Optional<Certificate> ofDocument(UUID document) {
    return jdbc.sql("select * from certificate where document = ? and deleted_at is null")
        .param(document).query(ROW).optional();
  }

  List<Certificate> of(String orderNumber) {
    return jdbc.sql("select * from certificate where order_number = ? and deleted_at is null order by added_at, id")
        .param(orderNumber).query(ROW).list();
  }
}
