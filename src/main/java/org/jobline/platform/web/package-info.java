/** What several of the web's ends need: requests whose body was read, and lines of files for spreadsheets. */
@NamedInterface("web")
@NullMarked
package org.jobline.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
