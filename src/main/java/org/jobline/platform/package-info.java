/**
 * What the product stands on and could serve another business as well: the engine, the database, logins and the web.
 * It knows no order; whatever is special about a helpdesk is asked of the modules above it.
 */
@ApplicationModule(displayName = "Platform")
@NullMarked
package org.jobline.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
