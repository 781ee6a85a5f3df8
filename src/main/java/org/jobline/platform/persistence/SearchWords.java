package org.jobline.platform.persistence;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words of a search, and those that somebody may have meant who has misspelt one. */
public class SearchWords {

  /** Of the words known: with so many pieces of three letters in common, of all they have, they are looked at. */
  private static final String LIKENESS = "0.2";
  private static final int MAX_LIKE = 200;

  private final JdbcClient jdbc;
  private final String known;

  /** @param known the table of the words that may be meant */
  public SearchWords(JdbcClient jdbc, String known) {
    this.jdbc = jdbc;
    this.known = known;
  }

  public List<SearchTerm> terms(String text) {
    return SearchTerm.of(jdbc.sql("select plain_text(?)").param(text).query(String.class).single());
  }

  /** As {@link #terms}, where some may be misspelt; empty when no known word is like one of them. */
  public Optional<List<SearchTerm>> likeTerms(String text) {
    List<SearchTerm> terms = terms(text);
    List<SearchTerm> meant = terms.stream()
        .map(term -> term.or(term.word().map(this::meant).orElse(List.of()))).toList();
    return meant.equals(terms) ? Optional.empty() : Optional.of(meant);
  }

  private List<String> meant(String word) {
    jdbc.sql("select set_config('pg_trgm.similarity_threshold', ?, true)").param(LIKENESS).query(String.class).single();
    return Spelling.meant(word, jdbc.sql("select word from " + known + """
         where word operator(public.%) :word and abs(length(word) - length(:word)) < 3
        group by word order by public.similarity(word, :word) desc, word limit :limit""")
        .param("word", word).param("limit", MAX_LIKE).query(String.class).list());
  }
}
