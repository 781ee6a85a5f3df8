/** Orders on paper: PDF files made from the templates in {@code src/main/resources/paper}. */
@NamedInterface("printing")
@NullMarked
package org.jobline.documents.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
