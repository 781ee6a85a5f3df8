/**
 * The only package that touches the engine's internals: its plug-in, what every deployment goes through, decision
 * tables, and what may stand in an expression. A fork that replaces the engine changes this package.
 */
@NamedInterface("engine")
@NullMarked
package org.jobline.platform.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
