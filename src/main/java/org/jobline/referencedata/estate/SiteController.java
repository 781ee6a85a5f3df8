package org.jobline.referencedata.estate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A site with the people to be rung there, for those who answer the telephone. */
@RestController
@Tag(name = "Reference data")
class SiteController {

  private final ReferenceData referenceData;
  private final SiteDetails details;

  SiteController(ReferenceData referenceData, SiteDetails details) {
    this.referenceData = referenceData;
    this.details = details;
  }

  /**
   * A site with what has to be known before anybody is sent there.
   *
   * @param clientName null when the client is not known any more
   */
  record KnownSiteView(
      String code, String name, String client, @Nullable String clientName, String timeZone,
      SiteDetails.View siteDetails) {}

  @GetMapping("/api/sites/{code}")
  @Operation(operationId = "getSite", summary = "A site with its opening hours and contacts")
  KnownSiteView site(@PathVariable String code) {
    Site site = referenceData.knownSite(code);
    return new KnownSiteView(site.code(), site.name(), site.client(),
        referenceData.client(site.client()).map(Client::name).orElse(null), site.timeZone().getId(), details.of(site));
  }
}
