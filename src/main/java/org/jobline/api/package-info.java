/**
 * The REST API's own affairs: what is refused and how, its description, requests that may be repeated, and orders as
 * they are shown to programs.
 */
@ApplicationModule(displayName = "API")
@NullMarked
package org.jobline.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
