package org.jobline.platform.persistence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table of reference data whose rows have a code and a name and can be searched. */
public class SearchableTable<T> {

  private final JdbcClient jdbc;
  private final String table;
  private final String searched;
  private final String order;
  private final RowMapper<T> mapper;

  /**
   * @param searched an SQL expression of what the words of a search are looked for in, in lower case
   * @param order the column that orders what matches equally well
   */
  public SearchableTable(JdbcClient jdbc, String table, String searched, String order, RowMapper<T> mapper) {
    this.jdbc = jdbc;
    this.table = table;
    this.searched = searched;
    this.order = order;
    this.mapper = mapper;
  }

  public Optional<T> find(String code) {
    return jdbc.sql("select * from " + table + " where code = ?").param(code).query(mapper).optional();
  }

  /**
   * The row an agent means by its code or by its label, which is the code, a space and the name.
   *
   * @param codeOrLabel as typed or chosen; null means nothing
   */
  public Optional<T> findByLabel(@Nullable String codeOrLabel) {
    List<String> codes = SearchText.possibleCodes(codeOrLabel);
    String text = codes.get(codes.size() - 1);
    return jdbc.sql("select * from " + table + " where code in (:codes) and :text in (code, code || ' ' || name)")
        .param("codes", codes)
        .param("text", text)
        .query(mapper)
        .optional();
  }

  public Page<T> search(SearchText text, Pageable page) {
    // the words are data, not patterns: strpos knows no wildcards
    String where = " from " + table + " where not exists ("
        + "select from unnest(string_to_array(:text, ' ')) word where strpos(" + searched + ", word) = 0)";
    List<T> found = jdbc.sql("select *" + where
            + " order by not starts_with(lower(code), :text), not starts_with(lower(name), :text), " + order
            + " limit :limit offset :offset")
        .param("text", text.value())
        .param("limit", page.getPageSize())
        .param("offset", page.getOffset())
        .query(mapper)
        .list();
    if (page.getOffset() == 0 && found.size() < page.getPageSize()) {
      return new PageImpl<>(found, page, found.size());
    }
    long total = jdbc.sql("select count(*)" + where).param("text", text.value()).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }
}
