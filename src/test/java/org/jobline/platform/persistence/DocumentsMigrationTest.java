package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was filed before contents lay in large objects is still there. */
@HelpdeskTest
class DocumentsMigrationTest {

  private final DataSource application;

  DocumentsMigrationTest(DataSource application) {
    this.application = application;
  }

  @Test
  void documents_filed_before_keep_their_content() throws SQLException {
    EarlierSchema schema = EarlierSchema.of(application, "documents_migration", "5");
    JdbcClient jdbc = schema.jdbc();
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into priority values ('P', 'P', 1);
        insert into work_type (code, name) values ('W', 'W');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'S', 'S', 'S', 'GB', 'N', 'UTC');
        insert into work_order (number, type, status_code, status_name, client, site, work_type, priority, description,
          contact_name, logged_at, logged_by, version)
          values ('R-1', 'REACTIVE', '0.03', 'x', 'A', 'S', 'W', 'P', 'x', 'x', now(), 'agent', 0);
        insert into outstanding_item values ('R-1', 'Report', null), ('R-1', 'Photograph', now());
        insert into document (id, order_number, type, title, file_name, media_type, size, sha256, content, uploaded_at,
          uploaded_by)
          values ('00000000-0000-0000-0000-000000000001', 'R-1', 'Photograph', 'Title', 'a.txt', 'text/plain', 11,
            'abc', 'as it looked', '2026-01-02T03:04:05Z', 'agent2')""").update();
    schema.migrate("10");
    assertThat(jdbc.sql("select lo_get(content) from document_version").query(byte[].class).single())
        .isEqualTo("as it looked".getBytes(StandardCharsets.UTF_8));
    assertThat(jdbc.sql("""
        select concat_ws(' ', d.type, d.title, v.version, v.file_name, v.media_type, v.size, v.sha256, v.uploaded_by,
          v.uploaded_at = d.filed_at)
        from document d join document_version v on v.document = d.id""").query(String.class).single())
        .isEqualTo("Photograph Title 1 a.txt text/plain 11 abc agent2 t");
    assertThat(jdbc.sql("select name from document_type").query(String.class).list()).containsExactly("Photograph");
    assertThat(jdbc.sql("select kind || ' ' || item from outstanding_item order by item").query(String.class).list())
        .containsExactly("document Photograph", "document Report");
  }
}
