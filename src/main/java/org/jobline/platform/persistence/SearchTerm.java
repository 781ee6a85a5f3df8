package org.jobline.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A word of a search, or several that are the digits of one telephone number, as a query of the database's text search.
 * Every word may be unfinished.
 *
 * @param query what finds it
 * @param phone what finds it among telephone numbers; empty when it is none
 * @param word what may be misspelt; empty when it is no word
 */
public record SearchTerm(String query, Optional<String> phone, Optional<String> word) {

  /** As words_of takes it for the end of a word. */
  private static final Pattern SIGNS = Pattern.compile(
      "[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u20a0-\\u20cf\\u3000-\\u303f]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern DIALLED = Pattern.compile("[+(]?[0-9][0-9()./-]*");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
  /** Stands in no word, since both of its characters are signs. */
  private static final String UNFINISHED = ":*";
  private static final int MAX_TERMS = 12;
  private static final int MAX_WORD = 60;
  private static final int MIN_UNFINISHED = 2;
  private static final int MIN_PHONE = 6;
  private static final int MAX_PHONE = 15;
  private static final int MAX_COUNTRY_CODE = 3;

  /** @param text as the database's plain_text gives it */
  static List<SearchTerm> of(String text) {
    List<SearchTerm> terms = new ArrayList<>();
    List<String> dialled = new ArrayList<>();
    for (String chunk : SPACE.split(text.replace("(0)", ""), -1)) {
      if (DIALLED.matcher(chunk).matches()) {
        dialled.add(chunk);
      } else {
        addNumbers(terms, dialled);
        word(chunk).ifPresent(terms::add);
      }
    }
    addNumbers(terms, dialled);
    return terms.subList(0, Math.min(terms.size(), MAX_TERMS));
  }

  private static void addNumbers(List<SearchTerm> terms, List<String> dialled) {
    List<SearchTerm> each = dialled.stream().flatMap(chunk -> word(chunk).stream()).toList();
    Optional<String> phone = phone(String.join("", dialled));
    if (phone.isPresent()) {
      String query = each.stream().map(SearchTerm::query).collect(Collectors.joining(" & "));
      terms.add(new SearchTerm(anyOf(List.of(phone.get(), query)), phone, Optional.empty()));
    } else {
      terms.addAll(each);
    }
    dialled.clear();
  }

  private static Optional<SearchTerm> word(String chunk) {
    String whole = SIGNS.matcher(chunk).replaceAll("");
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = Arrays.stream(SIGNS.split(chunk, -1)).filter(part -> !part.isEmpty()).toList();
    String query = parts.size() == 1 ? begun(whole) : anyOf(List.of(begun(whole),
        parts.stream().map(SearchTerm::begun).collect(Collectors.joining(" & "))));
    return Optional.of(new SearchTerm(query, Optional.empty(), Optional.of(whole).filter(Spelling::isForgiven)));
  }

  /** Without the zero or the code of a country it may be dialled with, which need not be how it was written down. */
  private static Optional<String> phone(String dialled) {
    String all = NO_DIGITS.matcher(dialled).replaceAll("");
    String digits = all.replaceFirst("^0+", "");
    if (digits.length() < MIN_PHONE || digits.length() > MAX_PHONE) {
      return Optional.empty();
    }
    boolean isInternational = dialled.startsWith("+") || all.startsWith("00");
    return Optional.of(anyOf(IntStream.rangeClosed(0, isInternational ? MAX_COUNTRY_CODE : 0)
        .mapToObj(digits::substring)
        .filter(rest -> rest.length() >= MIN_PHONE)
        .map(SearchTerm::begun).toList()));
  }

  private static String begun(String word) {
    return word.length() < MIN_UNFINISHED ? whole(word) : whole(word) + UNFINISHED;
  }

  /** Also by other words, or by what is not a word at all. */
  public SearchTerm or(Collection<String> others) {
    return others.isEmpty() ? this
        : new SearchTerm(anyOf(Stream.concat(Stream.of(query), others.stream().map(SearchTerm::whole)).toList()),
            phone, Optional.empty());
  }

  /** Where none of its words is taken for an unfinished one. */
  public SearchTerm finished() {
    return new SearchTerm(query.replace(UNFINISHED, ""), phone, word);
  }

  private static String whole(String word) {
    String kept = word.length() > MAX_WORD && !word.startsWith("@") ? word.substring(0, MAX_WORD) : word;
    return "'" + kept.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static String anyOf(List<String> queries) {
    return queries.stream().collect(Collectors.joining(" | ", "(", ")"));
  }
}
