/** Logging an order: what was asked for is checked, numbered and begun. */
@NamedInterface("intake")
@NullMarked
package org.jobline.lifecycle.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
