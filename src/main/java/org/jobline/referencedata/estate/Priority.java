package org.jobline.referencedata.estate;

/**
 * How urgent an order is.
 *
 * @param rank 1 is the most urgent
 */
public record Priority(String code, String name, int rank) {

  private static final int BASE_PRIORITY = 50;
  private static final int STEP = 10;
  private static final int RANKS = 5;

  /** The priority of its orders' tasks: the engine's 50 for the least urgent, more for others. */
  public int urgency() {
    return BASE_PRIORITY + STEP * Math.max(0, RANKS - rank);
  }

  public String label() {
    return code + " " + name;
  }
}
