/**
 * Files of orders and what is known of them: certificates, what is still outstanding, downloads that cannot harm.
 * What an order needs before it may go on stands in the diagrams.
 */
@ApplicationModule(displayName = "Documents")
@NullMarked
package org.jobline.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
