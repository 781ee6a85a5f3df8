package org.jobline.referencedata.estate;

import java.time.ZoneId;

/**
 * A building of a client.
 *
 * @param client the client's code
 * @param country ISO 3166 code
 * @param region what contractors name when they say where they work
 * @param asbestosRegister whether engineers must read the asbestos register before they start
 */
public record Site(
    String code,
    String client,
    String name,
    String address,
    String postcode,
    String country,
    String region,
    ZoneId timeZone,
    boolean asbestosRegister) {

  public String label() {
    return code + " " + name;
  }
}
