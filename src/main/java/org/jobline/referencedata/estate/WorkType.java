package org.jobline.referencedata.estate;

import java.util.List;

/**
 * The kind of work an order is about.
 *
 * @param requiredDocuments types of document that must be filed before such an order is complete
 * @param permitRequired whether a permit number is needed to start
 */
public record WorkType(String code, String name, List<String> requiredDocuments, boolean permitRequired) {

  public String label() {
    return code + " " + name;
  }
}
