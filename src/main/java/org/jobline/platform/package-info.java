/**
 * What the product stands on and could serve another business as well: the engine, the database, logins and the web.
 * It knows no order; whatever is special about a helpdesk is asked of the modules above it.
 */
@ApplicationModule(displayName = "Platform")
package org.jobline.platform;

import org.springframework.modulith.ApplicationModule;
