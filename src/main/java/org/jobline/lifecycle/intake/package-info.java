/** Logging an order: what was asked for is checked, numbered and begun. */
@NamedInterface("intake")
package org.jobline.lifecycle.intake;

import org.springframework.modulith.NamedInterface;
