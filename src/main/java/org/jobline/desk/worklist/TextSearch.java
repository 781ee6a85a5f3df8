package org.jobline.desk.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jobline.order.OrderTypes;
import org.jobline.platform.persistence.SearchTerm;
import org.jobline.platform.persistence.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the words somebody types ask of orders. All words must be found, each in the order, its site, its contractor or its
 * supplier. Sites, contractors and suppliers are looked up beforehand: the database can combine indexes then.
 */
@Repository
class TextSearch {

  private static final Pattern NUMBER = Pattern.compile("([A-Z]{1,3})?[- ]?([1-9][0-9]{5,11})");
  private static final int MAX_SAME_REFERENCE = 100;
  /** Up to so many orders that have the words are looked up first; more are soon met as a list is read in its order. */
  private static final int MAX_LOOKED_UP = 2000;

  private final JdbcClient jdbc;
  private final OrderTypes types;
  private final SearchWords words;

  TextSearch(JdbcClient jdbc, OrderTypes types) {
    this.jdbc = jdbc;
    this.types = types;
    this.words = new SearchWords(jdbc, "search_word");
  }

  /**
   * A condition on orders.
   *
   * @param parameters of the condition
   * @param first the numbers of those that come first when they meet it, the best first
   * @param isRare whether few enough orders meet it to have been looked up
   */
  record Match(String condition, Map<String, Object> parameters, List<String> first, boolean isRare) {

    Match withFirst(List<String> numbers) {
      return new Match(
          condition, parameters, Stream.concat(first.stream(), numbers.stream()).distinct().toList(), isRare);
    }

    /** Either: what meets only the other comes after. */
    Match or(Match other) {
      Map<String, Object> both = new LinkedHashMap<>(parameters);
      both.putAll(other.parameters);
      return new Match("(" + condition + " or " + other.condition + ")", both, first, isRare && other.isRare);
    }
  }

  /** The one order of this number, written with the letter of its type. */
  Optional<Match> byNumber(String text) {
    return number(text).filter(number -> number.group(1) != null)
        .map(number -> number.group(1) + "-" + number.group(2))
        .filter(number -> !existing(List.of(number)).isEmpty())
        .map(number -> new Match("o.number = :number", Map.of("number", number), List.of(), true));
  }

  /** The orders that have all the words; first the one whose number, then those whose reference the text is. */
  Match byWords(String text) {
    List<String> first = new ArrayList<>();
    number(text).ifPresent(number -> first.addAll(existing(
        types.all().stream().map(type -> type.prefix() + "-" + number.group(2)).toList())));
    first.addAll(jdbc.sql("""
        select number from (
          select number from work_order where lower(external_reference) = lower(:text)
          union select number from work_order where lower(resource_reference) = lower(:text)
          union select number from purchase_order where lower(supplier_reference) = lower(:text)
          union select order_number from purchase_movement where lower(delivery_note) = lower(:text)
          union select order_number from purchase_invoice where lower(number) = lower(:text)) referred
        order by number desc limit :limit""")
        .param("text", text).param("limit", MAX_SAME_REFERENCE).query(String.class).list());
    return match(words.terms(text), "word").withFirst(first);
  }

  /** The orders that have words like these, where some may be misspelt; empty when no word is like them. */
  Optional<Match> byLikeWords(String text) {
    return words.likeTerms(text).map(meant -> match(meant, "like"));
  }

  private static Optional<Matcher> number(String text) {
    return Optional.of(NUMBER.matcher(text.toUpperCase(Locale.ROOT))).filter(Matcher::matches);
  }

  private List<String> existing(List<String> numbers) {
    return jdbc.sql("select number from orders where number = any(?)").param(numbers.toArray(String[]::new))
        .query(String.class).list();
  }

  /** @param name of the parameters, which differ by what stands behind it */
  private Match match(List<SearchTerm> terms, String name) {
    // one plan for rare and common words alike would be wrong for most
    jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query(String.class).single();
    Match match = asked(terms, name);
    List<String> found = jdbc.sql("select o.number from orders o where " + match.condition + " limit :most")
        .params(match.parameters).param("most", MAX_LOOKED_UP + 1).query(String.class).list();
    return found.size() > MAX_LOOKED_UP ? match
        : new Match("o.number = any(:" + name + ")", Map.of(name, found.toArray(String[]::new)), List.of(), true);
  }

  private Match asked(List<SearchTerm> terms, String name) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (SearchTerm term : terms) {
      String word = name + parameters.size();
      List<String> marks = Stream.concat(
          codes("resource", term).map(Order::markOfContractor), codes("supplier", term).map(Order::markOfSupplier))
          .toList();
      parameters.put(word, term.or(marks).query());
      List<String> sites = sites(term);
      if (sites.isEmpty()) {
        conditions.add("o.search @@ cast(:" + word + " as tsquery)");
      } else {
        String among = name + parameters.size();
        parameters.put(among, sites.toArray(String[]::new));
        conditions.add("(o.search @@ cast(:" + word + " as tsquery) or o.site = any(:" + among + "))");
      }
    }
    return new Match(
        conditions.isEmpty() ? "false" : "(" + String.join(" and ", conditions) + ")", parameters, List.of(), false);
  }

  private Stream<String> codes(String table, SearchTerm term) {
    return jdbc.sql("select code from " + table + " where search @@ cast(? as tsquery)").param(term.query())
        .query(String.class).list().stream();
  }

  private List<String> sites(SearchTerm term) {
    List<String> sites = new ArrayList<>(codes("site", term).toList());
    term.phone().ifPresent(phone -> sites.addAll(
        jdbc.sql("select distinct site from contact where search @@ cast(? as tsquery)")
            .param(phone).query(String.class).list()));
    return sites;
  }
}
