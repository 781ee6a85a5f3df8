package org.jobline.platform.engine;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The expressions a saved list of tasks may hold. Whatever such a list names is evaluated by the engine with its beans,
 * so nothing but these is ever evaluated, whoever saved it.
 */
public final class ListExpressions {

  private static final Set<String> KNOWN = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
  private static final Pattern TIME = Pattern.compile(
      "\\$\\{dateTime\\(\\)(?:\\.withTimeAtStartOfDay\\(\\)"
          + "|\\.(?:plus|minus)(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,6}\\))*\\.toDate\\(\\)\\}");
  private static final Pattern PLAIN = Pattern.compile("[^${}#]*");

  private ListExpressions() {}

  public static boolean isKnown(String expression) {
    String bare = expression.replace(" ", "");
    return KNOWN.contains(bare) || TIME.matcher(bare).matches() || PLAIN.matcher(expression).matches();
  }

  /** What would be right, for whoever gave another. */
  public static String allowed() {
    return "${currentUser()}, ${currentUserGroups()}, ${now()}, or ${dateTime()} with plus… or minus… and .toDate()";
  }
}
