package org.jobline.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jobline.fixture.ServedDemoTest;
import org.springframework.transaction.annotation.Transactional;

/** The application of {@link ServedDemoTest}, asked without its port; what a test changes is undone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServedDemoTest
@Transactional
public @interface WithDemoData {}
