package org.jobline.estate;

/**
 * How urgent an order is.
 *
 * @param rank 1 is the most urgent
 */
public record Priority(String code, String name, int rank) {

  public String label() {
    return code + " " + name;
  }
}
