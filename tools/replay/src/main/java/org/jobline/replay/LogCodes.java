package org.jobline.replay;

import java.text.Normalizer;
import java.util.Locale;

/** The codes under which the names of a log stand in the reference data. */
final class LogCodes {

  static final String CLIENT = "REPLAY";
  static final String REGION = "Replay";

  private LogCodes() {}

  static String site(String country) {
    return code("S", country);
  }

  static String workType(String product) {
    return code("W", product);
  }

  static String resource(String group) {
    return code("R", group);
  }

  static String priority(String impact) {
    return code("P", impact);
  }

  private static String code(String kind, String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", "-").replaceAll("^-|-$", "");
    // two names in a script that has no such letters must not become one
    return CLIENT + "-" + kind + "-" + (plain.isEmpty() ? Integer.toHexString(name.hashCode()) : plain);
  }
}
