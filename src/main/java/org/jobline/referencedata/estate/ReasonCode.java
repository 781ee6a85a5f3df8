package org.jobline.referencedata.estate;

/** Why a client's orders are logged, as he counts them. */
public record ReasonCode(String code, String name) {

  public String label() {
    return code + " " + name;
  }
}
