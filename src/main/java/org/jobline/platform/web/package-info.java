/** What several of the web's ends need: requests whose body was read, and lines of files for spreadsheets. */
@NamedInterface("web")
package org.jobline.platform.web;

import org.springframework.modulith.NamedInterface;
