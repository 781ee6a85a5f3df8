package org.jobline.lifecycle.meter;

/** Something at a site that is read, such as the gas meter. */
public record Meter(String code, String site, String name, String unit) {

  String label() {
    return name + " (" + code + ", " + unit + ")";
  }
}
