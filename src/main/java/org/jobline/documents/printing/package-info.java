/** Orders on paper: PDF files made from the templates in {@code src/main/resources/paper}. */
@NamedInterface("printing")
package org.jobline.documents.printing;

import org.springframework.modulith.NamedInterface;
