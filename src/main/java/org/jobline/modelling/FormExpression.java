package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small part of FEEL that forms use, as the desk's {@code forms/expressions.js} reads it. Only what browser and
 * server evaluate alike is in it, or a field would be hidden on one side and asked for on the other.
 */
final class FormExpression {

  /** What may be written, for messages. */
  static final String GRAMMAR = "fields, texts, numbers, true, false, null, = != < <= > >=, and, or, not(…), + -,"
      + " if … then … else …, list contains(…), replace(…)";

  private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d+(?:\\.\\d+)?)"
      + "|(?<name>list contains(?=\\s*\\()|[A-Za-z_]\\w*)|(?<sign>!=|<=|>=|[=<>()+,-]))");
  private static final Map<String, Integer> FUNCTIONS = Map.of("not", 1, "list contains", 2, "replace", 3);
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
  private static final Set<String> EQUALITIES = Set.of("=", "!=");
  private static final Set<String> WORDS = Set.of("if", "then", "else", "and", "or");
  private static final String NULL = "null";

  private final List<Token> tokens;
  private final Set<String> times;
  private int at;

  private record Token(String text, boolean isName, boolean isSign) {}

  /** Where it stops to be one of these expressions. */
  private static final class NotSupportedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String what;

    private NotSupportedException(String what) {
      super(what, null, false, false);
      this.what = what;
    }
  }

  private FormExpression(List<Token> tokens, Set<String> times) {
    this.tokens = tokens;
    this.times = times;
  }

  /**
   * What in an expression isn't supported, as an agent would have to look for it; empty when all of it is.
   *
   * @param times the date and time fields, which can only be compared with null
   */
  static Optional<String> unsupported(String expression, Set<String> times) {
    try {
      FormExpression parsed = new FormExpression(tokens(expression), times);
      parsed.any();
      return parsed.at < parsed.tokens.size() ? Optional.of(parsed.tokens.get(parsed.at).text()) : Optional.empty();
    } catch (NotSupportedException e) {
      return Optional.of(e.what);
    }
  }

  private static List<Token> tokens(String expression) throws NotSupportedException {
    List<Token> tokens = new ArrayList<>();
    String text = expression.stripTrailing();
    Matcher matcher = TOKEN.matcher(text);
    int from = 0;
    while (from < text.length()) {
      if (!matcher.region(from, text.length()).lookingAt()) {
        throw new NotSupportedException(text.substring(from).strip());
      }
      String name = matcher.group("name");
      tokens.add(new Token(matcher.group().strip(), name != null, matcher.group("sign") != null));
      from = matcher.end();
    }
    return tokens;
  }

  private boolean takes(String text) {
    boolean found = at < tokens.size() && tokens.get(at).text().equals(text);
    at += found ? 1 : 0;
    return found;
  }

  private void require(String text) throws NotSupportedException {
    if (!takes(text)) {
      throw new NotSupportedException(at < tokens.size() ? tokens.get(at).text() : "the end, where " + text + " is missing");
    }
  }

  private void any() throws NotSupportedException {
    if (takes("if")) {
      any();
      require("then");
      any();
      require("else");
      any();
    } else {
      or();
    }
  }

  private void or() throws NotSupportedException {
    do {
      and();
    } while (takes("or"));
  }

  private void and() throws NotSupportedException {
    do {
      comparison();
    } while (takes("and"));
  }

  private void comparison() throws NotSupportedException {
    String left = sum();
    String sign = at < tokens.size() ? tokens.get(at).text() : "";
    if (COMPARISONS.contains(sign)) {
      at++;
      String right = sum();
      requireNull(left, right, sign);
      requireNull(right, left, sign);
    }
  }

  /** Dates are text in the browser and times on the server. */
  private void requireNull(@Nullable String one, @Nullable String other, String sign) throws NotSupportedException {
    if (one != null && times.contains(one) && !(EQUALITIES.contains(sign) && NULL.equals(other))) {
      throw new NotSupportedException(one + " " + sign);
    }
  }

  /** @return the name or null when it is only that, null for anything else */
  private @Nullable String sum() throws NotSupportedException {
    String only = value();
    while (takes("+") || takes("-")) {
      value();
      only = null;
    }
    return only;
  }

  private @Nullable String value() throws NotSupportedException {
    if (takes("(")) {
      any();
      require(")");
      return null;
    }
    if (at == tokens.size()) {
      throw new NotSupportedException("the end, where a value is missing");
    }
    Token token = tokens.get(at++);
    if (token.isSign() || token.isName() && WORDS.contains(token.text())) {
      throw new NotSupportedException(token.text());
    }
    Integer values = FUNCTIONS.get(token.text());
    if (token.isName() && values != null) {
      call(token.text(), values);
      return null;
    }
    return token.isName() ? token.text() : null;
  }

  private void call(String function, int values) throws NotSupportedException {
    require("(");
    int given = 0;
    do {
      any();
      given++;
    } while (takes(","));
    require(")");
    if (given != values) {
      throw new NotSupportedException(function + " of " + given + " values");
    }
  }
}
