/**
 * The REST API's own affairs: what is refused and how, its description, requests that may be repeated, and orders as
 * they are shown to programs.
 */
@ApplicationModule(displayName = "API")
package org.jobline.api;

import org.springframework.modulith.ApplicationModule;
