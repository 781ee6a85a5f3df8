package org.jobline.modelling;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lists as one reads them. */
final class Words {

  private Words() {}

  /** {@code 'a', 'b' or 'c'}. */
  static String either(Collection<?> things) {
    return joined(things, " or ");
  }

  /** {@code 'a', 'b' and 'c'}. */
  static String all(Collection<?> things) {
    return joined(things, " and ");
  }

  private static String joined(Collection<?> things, String last) {
    List<String> quoted = things.stream().map(Objects::toString).sorted().map(thing -> "'" + thing + "'").toList();
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    return quoted.stream().limit(quoted.size() - 1).collect(Collectors.joining(", ")) + last
        + quoted.get(quoted.size() - 1);
  }
}
