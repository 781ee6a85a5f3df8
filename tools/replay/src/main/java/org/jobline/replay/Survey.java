package org.jobline.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a log is about, found by reading it once before anything is changed; so a damaged file changes nothing.
 *
 * @param activities what happens in it, by {@link LogEvent#what}
 * @param countries countries of the cases: an order's site is where its case was opened
 * @param products  products of the cases
 * @param coverage  which group had a case about which product
 */
record Survey(
    int cases, int events, Set<String> activities, Set<String> countries, Set<String> products, Set<String> impacts, Set<String> groups,
    Set<Coverage> coverage) {

  record Coverage(String group, String product) {}

  /** @throws UnreadableLogException as {@link XesLog#forEachCase} */
  static Survey of(XesLog log) {
    Collector collector = new Collector();
    log.forEachCase(collector::add);
    return collector.survey();
  }

  private static final class Collector {
    private int cases;
    private int events;
    private final Set<String> activities = new TreeSet<>();
    private final Set<String> countries = new TreeSet<>();
    private final Set<String> products = new TreeSet<>();
    private final Set<String> impacts = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();
    private final Set<Coverage> coverage =
        new TreeSet<>(Comparator.comparing(Coverage::group).thenComparing(Coverage::product));

    void add(LogCase logCase) {
      cases++;
      List<LogEvent> ofCase = logCase.events();
      events += ofCase.size();
      if (ofCase.isEmpty()) {
        return;
      }
      LogEvent first = ofCase.get(0);
      countries.add(first.country());
      products.add(first.product());
      for (LogEvent event : ofCase) {
        activities.add(event.what());
        impacts.add(event.impact());
        groups.add(event.group());
        coverage.add(new Coverage(event.group(), first.product()));
      }
    }

    Survey survey() {
      return new Survey(cases, events, activities, countries, products, impacts, groups, coverage);
    }
  }
}
