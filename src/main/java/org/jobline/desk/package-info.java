/**
 * What agents see before they open an order: lists, search, saved lists, task cards and filters; and who has one open.
 * It reads what other modules keep and keeps only the agents' own lists, reminders and texts.
 */
@ApplicationModule(displayName = "Desk")
@NullMarked
package org.jobline.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
