package org.jobline.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What documents and certificates may be; what a rule requires may be filed. */
@Repository
class DocumentTypeRepository {

  private final JdbcClient jdbc;

  DocumentTypeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> types() {
    return jdbc.sql("""
        select name from document_type
        union select unnest(required_documents) from work_type
        union select item from required_item where kind <> 'certificate'
        order by 1""").query(String.class).list();
  }

  /** @param type null: of whatever type */
  List<String> subTypes(@Nullable String type) {
    return jdbc.sql("""
        select distinct name from document_sub_type where type = coalesce(:type::text, type) order by name""")
        .param("type", type).query(String.class).list();
  }

  List<String> certificateTypes() {
    return jdbc.sql("""
        select name from certificate_type union select item from required_item where kind = 'certificate' order by 1""")
        .query(String.class).list();
  }
}
