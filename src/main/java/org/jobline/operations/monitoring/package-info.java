/**
 * What goes wrong with orders and who helps them on: orders that wait for nobody and nothing are found, and put back.
 * Everything here is for managers and administrators.
 */
@NamedInterface("monitoring")
@NullMarked
package org.jobline.operations.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
