package org.jobline.referencedata;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the cells of a column may hold.
 *
 * @param type the column's in the database
 * @param expectation what would be right, after "must be"
 * @param canonical a cell as the database would write it; empty when it is none of the kind
 */
record Kind(String type, String expectation, Function<String, Optional<String>> canonical) {

  private static final int MAX_TEXT = 300;
  private static final int MAX_DIGITS = 9;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern SPLIT = Pattern.compile(";");

  static final Kind CODE = matching("a code of up to 40 letters, digits, dots, hyphens and underscores",
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}"));
  static final Kind TEXT = text("one line of up to " + MAX_TEXT + " characters", Kind::isOneLine);
  static final Kind PHONE = matching("a phone number, e.g. +44 1632 960901",
      Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,29}"));
  static final Kind EMAIL = text("an e-mail address, e.g. desk@example.org", Kind::isAddress);
  static final Kind ZONE = text("a time zone, e.g. Europe/London", ZONES::contains);
  static final Kind COUNTRY = text("a country code, e.g. GB", COUNTRIES::contains);
  static final Kind LANGUAGE = text("a language, e.g. en or en-GB", Kind::isLanguage);
  static final Kind CURRENCY = text("a currency, e.g. GBP", Kind::isCurrency);
  static final Kind BOOLEAN = new Kind("boolean", "true or false",
      cell -> Optional.of(cell.toLowerCase(Locale.ROOT)).filter(Set.of("true", "false")::contains));
  static final Kind DATE = new Kind("date", "a date, e.g. 2026-11-30",
      cell -> attempt(() -> LocalDate.parse(cell).toString()).filter(cell::equals));
  static final Kind TIME_OF_DAY = new Kind("time", "a time, e.g. 08:30, or 24:00 for midnight at the end of the day",
      cell -> Optional.of(cell).filter(TIME.asMatchPredicate()));
  static final Kind AMOUNT = decimal(10, 2, "an amount of 0 or more with up to 2 decimals, e.g. 49.50");
  static final Kind HOURS = decimal(3, 2, "hours from 0 to 999.99 with up to 2 decimals, e.g. 1.50");
  static final Kind PERCENT = decimal(3, 2, "a percentage from 0 to 100 with up to 2 decimals, e.g. 2.5")
      .where(percent -> new BigDecimal(percent).compareTo(HUNDRED) <= 0);
  static final Kind QUANTITY = decimal(9, 3, "a quantity above 0 with up to 3 decimals, e.g. 2.5")
      .where(quantity -> new BigDecimal(quantity).signum() > 0);
  static final Kind TEXTS = list("texts separated by semicolons", Kind::isOneLine);

  static Kind number(int min) {
    return new Kind("int", "a whole number of " + min + " or more",
        cell -> cell.length() > MAX_DIGITS ? Optional.empty()
        : attempt(() -> Integer.valueOf(cell)).filter(number -> number >= min).map(String::valueOf));
  }

  static Kind number(int min, int max) {
    return new Kind("int", "a whole number from " + min + " to " + max,
        cell -> number(min).canonical().apply(cell).filter(number -> Integer.parseInt(number) <= max));
  }

  static Kind oneOf(String... values) {
    return text("one of " + String.join(", ", values), List.of(values)::contains);
  }

  static Kind anyOf(String... values) {
    return list("any of " + String.join(", ", values) + ", separated by semicolons", List.of(values)::contains);
  }

  private static Kind text(String expectation, Predicate<String> accepted) {
    return new Kind("text", expectation, cell -> Optional.of(cell).filter(accepted));
  }

  private static Kind matching(String expectation, Pattern pattern) {
    return text(expectation, pattern.asMatchPredicate());
  }

  private static Kind decimal(int digits, int places, String expectation) {
    Pattern pattern = Pattern.compile("\\d{1," + digits + "}(\\.\\d{1," + places + "})?");
    return new Kind("numeric", expectation, cell -> Optional.of(cell).filter(pattern.asMatchPredicate())
        .map(number -> new BigDecimal(number).setScale(places).toPlainString()));
  }

  private Kind where(Predicate<String> accepted) {
    return new Kind(type, expectation, cell -> canonical.apply(cell).filter(accepted));
  }

  private static Kind list(String expectation, Predicate<String> accepted) {
    return new Kind("text[]", expectation, cell -> {
      List<String> items = SPLIT.splitAsStream(cell).map(String::strip).toList();
      return items.stream().allMatch(item -> !item.isEmpty() && accepted.test(item))
          ? Optional.of(items.stream().distinct().collect(Collectors.joining(";"))) : Optional.empty();
    });
  }

  /** Reads a column as {@link #canonical} writes it. */
  String read(String column) {
    return switch (type) {
      case "text[]" -> "array_to_string(" + column + ", ';')";
      case "time" -> "to_char(" + column + ", 'HH24:MI')";
      default -> column + "::text";
    };
  }

  /** The value of a named parameter that holds what {@link #canonical} gives. */
  String write(String parameter) {
    return type.equals("text[]") ? "string_to_array(:" + parameter + ", ';')"
        : "cast(:" + parameter + " as " + type + ")";
  }

  private static boolean isOneLine(String cell) {
    return cell.length() <= MAX_TEXT && cell.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isAddress(String cell) {
    try {
      return isOneLine(cell) && cell.contains("@") && new InternetAddress(cell, true).getAddress().equals(cell);
    } catch (AddressException e) {
      return false;
    }
  }

  private static boolean isLanguage(String cell) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(cell).build();
      return Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())
          && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()));
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean isCurrency(String cell) {
    return attempt(() -> Currency.getInstance(cell)).isPresent();
  }

  private static <T> Optional<T> attempt(Callable<T> reading) {
    try {
      return Optional.of(reading.call());
    } catch (Exception e) {
      return Optional.empty();
    }
  }
}
