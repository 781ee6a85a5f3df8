package org.jobline.operations.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and erases a person's data, place by place. All names in its SQL are those of {@link Place#ALL}. */
@Repository
class ErasureRepository {

  private static final String ERASED = "[erased]";
  private static final int MAX_FILES_NAMED = 200;

  private final JdbcClient jdbc;

  ErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A document nobody can search: somebody has to look at it. */
  @Schema(name = "UnsearchedFile")
  record File(String order, String title) {}

  int matchesInEvents(Person person) {
    return jdbc.sql("select count(*) from personal_data where value ~* ?").param(person.pattern())
        .query(Integer.class).single();
  }

  int matches(Place place, Person person) {
    return jdbc.sql("select count(*) from " + place.table() + " t where " + condition(place, person))
        .params(parameters(place, person)).query(Integer.class).single();
  }

  Set<String> orders(Person person) {
    Set<String> orders = new TreeSet<>(jdbc.sql("select distinct order_number from personal_data where value ~* ?")
        .param(person.pattern()).query(String.class).list());
    Place.ALL.stream().filter(place -> place.order() != null).forEach(place -> orders.addAll(
        jdbc.sql("select distinct o.number from " + place.table() + " t join orders o on o.number = "
            + (place.order().startsWith("(") ? "" : "t.") + place.order() + " where " + condition(place, person))
            .params(parameters(place, person)).query(String.class).list()));
    return orders;
  }

  List<File> files(Set<String> orders) {
    return jdbc.sql("select order_number, title from document where order_number = any(?) order by 1, 2 limit ?")
        .params(orders.toArray(String[]::new), MAX_FILES_NAMED)
        .query((row, index) -> new File(row.getString("order_number"), row.getString("title"))).list();
  }

  long record(Instant at, String agent, String reason, int places) {
    return jdbc.sql("insert into erasure (at, agent, reason, places) values (?,?,?,?) returning id")
        .params(Timestamp.from(at), agent, reason, places).query(Long.class).single();
  }

  void eraseInEvents(Person person, long erasure) {
    jdbc.sql("update personal_data set value = regexp_replace(value, :pattern, '" + ERASED + "', 'gi'), salt = null,"
            + " erasure = :erasure where value ~* :pattern")
        .param("pattern", person.pattern()).param("erasure", erasure).update();
  }

  void erase(Place place, Person person) {
    if (place.kind() == Place.Kind.BYTES) {
      person.terms().forEach(term -> jdbc.sql("update " + place.table() + " t set " + place.column() + " = replace_bytes("
              + place.column() + ", convert_to(:term, 'UTF8'), convert_to('" + ERASED + "', 'UTF8')) where "
              + bytesContain(place, ":term") + " and " + place.only())
          .param("term", term).update());
      return;
    }
    String replaced = "regexp_replace(" + text(place) + ", :pattern, '" + ERASED + "', 'gi')";
    String value = switch (place.kind()) {
      case UNIQUE_TEXT -> replaced + " || ' ' || gen_random_uuid()";
      case ENGINE_TEXT -> "left(" + replaced + ", 4000)";
      case JSON -> replaced + "::jsonb";
      default -> replaced;
    };
    jdbc.sql("update " + place.table() + " t set " + place.column() + " = " + value + " where " + text(place)
            + " ~* :pattern and " + place.only())
        .param("pattern", person.pattern()).update();
  }

  /** The words orders are found by follow from the orders; those kept to correct misspelt ones do not. */
  void forgetSearchWords(Person person) {
    jdbc.sql("""
        delete from search_word w
        where exists (select from unnest(words_of(:terms)) term where length(term) >= 3 and strpos(w.word, term) > 0)
          and not exists (select from orders where search @@ cast(w.word as tsquery))
          and not exists (select from site where search @@ cast(w.word as tsquery))
          and not exists (select from resource where search @@ cast(w.word as tsquery))""")
        .param("terms", String.join(" ", person.terms())).update();
  }

  private static String condition(Place place, Person person) {
    return place.only() + " and " + (place.kind() == Place.Kind.BYTES
        ? person.terms().stream().map(term -> bytesContain(place, "?"))
            .collect(Collectors.joining(" or ", "(", ")"))
        : "t." + text(place) + " ~* ?");
  }

  private static List<Object> parameters(Place place, Person person) {
    return place.kind() == Place.Kind.BYTES ? List.copyOf(person.terms()) : List.of(person.pattern());
  }

  private static String bytesContain(Place place, String term) {
    return "position(convert_to(" + term + ", 'UTF8') in t." + place.column() + ") > 0";
  }

  private static String text(Place place) {
    return place.kind() == Place.Kind.JSON ? place.column() + "::text" : place.column();
  }
}
