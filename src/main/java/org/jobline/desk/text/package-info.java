/** What groups write again and again: texts to be put into forms. */
@NullMarked
package org.jobline.desk.text;

import org.jspecify.annotations.NullMarked;
