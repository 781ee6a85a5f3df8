package org.jobline.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

/** Tests against a real PostgreSQL with the demo estate in it; what a test changes is undone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = DemoEstate.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "jobline.embedded-database.directory=target/demo-estate-database",
      "jobline.embedded-database.keep=false",
      "camunda.bpm.job-execution.enabled=false"
    })
@ActiveProfiles("demo")
@Transactional
public @interface WithDemoEstate {}
