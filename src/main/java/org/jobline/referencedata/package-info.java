/**
 * Takes clients, sites, contractors, rates and the like from files for spreadsheets: all of them or none. It knows the
 * tables only; what the rows mean is the affair of the features that read them.
 */
@ApplicationModule(displayName = "Reference data")
@NullMarked
package org.jobline.referencedata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
