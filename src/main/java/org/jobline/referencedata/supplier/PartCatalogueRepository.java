package org.jobline.referencedata.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.platform.persistence.SearchTerm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class PartCatalogueRepository {

  private static final String SOLD = " from supplier_part where active and supplier = any(:suppliers)";
  private static final String FOUND = SOLD + " and search @@ cast(:words as tsquery)";
  private static final String BY_NAME = "name, supplier, code";
  private static final String BEST_FIRST = """
      lower(code) <> :text and lower(supplier || '/' || code) <> :text, not search @@ cast(:whole as tsquery),
      not starts_with(lower(code), :text), not starts_with(lower(name), :text),
      """ + BY_NAME;
  /** To find the best of more takes too long, and more words find fewer. */
  private static final int MAX_RANKED = 10_000;

  private final JdbcClient jdbc;

  PartCatalogueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CataloguePart> find(PartKey key) {
    return withBreaks(jdbc.sql("select * from supplier_part where supplier = ? and code = ?")
        .params(key.supplier(), key.code())
        .query((row, index) -> part(row))
        .list()).stream().findFirst();
  }

  /** Everything the suppliers sell, by name. */
  Page<CataloguePart> all(Collection<String> suppliers, Pageable page) {
    Map<String, Object> parameters = Map.of("suppliers", suppliers.toArray(String[]::new));
    return new PageImpl<>(read(SOLD, BY_NAME, parameters, page), page, count(SOLD, parameters));
  }

  /**
   * What the suppliers sell that has all the words, in itself or in the supplier's name: first what has the text for
   * its code, then what has the words as a whole. Of too many, all by name.
   *
   * @param terms of what was typed; nothing is found without any
   * @param text all that was typed, in lower case
   */
  Page<CataloguePart> search(Collection<String> suppliers, List<SearchTerm> terms, String text, Pageable page) {
    if (terms.isEmpty()) {
      return Page.empty(page);
    }
    List<SearchTerm> asked = orSuppliers(suppliers, terms);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("suppliers", suppliers.toArray(String[]::new));
    parameters.put("words", allOf(asked));
    long few = count(" from (select" + FOUND + " limit " + (MAX_RANKED + 1) + ") few", parameters);
    if (few > MAX_RANKED) {
      return new PageImpl<>(read(FOUND, BY_NAME, parameters, page), page, count(FOUND, parameters));
    }
    if (few == 0) {
      return Page.empty(page);
    }
    parameters.put("whole", allOf(asked.stream().map(SearchTerm::finished).toList()));
    parameters.put("text", text);
    return new PageImpl<>(read(FOUND, BEST_FIRST, parameters, page), page, few);
  }

  private static String allOf(List<SearchTerm> terms) {
    return terms.stream().map(SearchTerm::query).collect(Collectors.joining(" & "));
  }

  /** A word may also stand in the name of the supplier, which its parts have as a mark. */
  private List<SearchTerm> orSuppliers(Collection<String> suppliers, List<SearchTerm> terms) {
    Map<Integer, List<String>> marks = new HashMap<>();
    jdbc.sql("""
        select word.place, s.code
        from unnest(cast(:words as text[])) with ordinality as word (query, place)
          join supplier s on s.search @@ cast(word.query as tsquery)
        where s.code = any(:suppliers)""")
        .param("words", terms.stream().map(SearchTerm::query).toArray(String[]::new))
        .param("suppliers", suppliers.toArray(String[]::new))
        .query(row -> {
          marks.computeIfAbsent(row.getInt(1), place -> new ArrayList<>()).add("@supplier:" + row.getString(2));
        });
    List<SearchTerm> asked = new ArrayList<>();
    for (SearchTerm term : terms) {
      asked.add(term.or(marks.getOrDefault(asked.size() + 1, List.of())));
    }
    return asked;
  }

  private List<CataloguePart> read(String from, String order, Map<String, Object> parameters, Pageable page) {
    return withBreaks(asked("select *" + from + " order by " + order + " limit :limit offset :offset", parameters)
        .param("limit", page.getPageSize())
        .param("offset", page.getOffset())
        .query((row, index) -> part(row))
        .list());
  }

  private long count(String from, Map<String, Object> parameters) {
    return asked("select count(*)" + from, parameters).query(Long.class).single();
  }

  private StatementSpec asked(String sql, Map<String, Object> parameters) {
    // one plan for rare and common words alike would be wrong for most
    jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query(String.class).single();
    return jdbc.sql(sql).params(parameters);
  }

  private List<CataloguePart> withBreaks(List<CataloguePart> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    Map<PartKey, List<PriceBreak>> breaks = new HashMap<>();
    jdbc.sql("""
        select b.* from unnest(cast(:suppliers as text[]), cast(:codes as text[])) as wanted (supplier, code)
          join supplier_price_break b on b.supplier = wanted.supplier and b.part = wanted.code""")
        .param("suppliers", parts.stream().map(CataloguePart::supplier).toArray(String[]::new))
        .param("codes", parts.stream().map(CataloguePart::code).toArray(String[]::new))
        .query(row -> {
          PartKey part = new PartKey(row.getString("supplier"), row.getString("part"));
          breaks.computeIfAbsent(part, key -> new ArrayList<>()).add(
              new PriceBreak(row.getBigDecimal("from_quantity"), row.getBigDecimal("price")));
        });
    return parts.stream().map(part -> part.with(breaks.getOrDefault(part.key(), List.of()))).toList();
  }

  private static CataloguePart part(ResultSet row) throws SQLException {
    return new CataloguePart(
        row.getString("supplier"), row.getString("code"), row.getString("name"), row.getString("description"),
        row.getString("work_type"),
        new CatalogueUnit(row.getString("unit"), row.getString("base_unit"), row.getInt("base_places"),
            row.getInt("base_numerator"), row.getInt("base_denominator")),
        row.getBigDecimal("price"), row.getBigDecimal("vat_rate"), row.getBigDecimal("minimum_quantity"),
        row.getBigDecimal("multiple_of"), row.getBoolean("active"), List.of());
  }
}
