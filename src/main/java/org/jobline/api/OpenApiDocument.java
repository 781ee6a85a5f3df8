package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The description of the API at {@code /v3/api-docs}, from which clients are generated. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

  @Bean
  OpenAPI openApi(@Value("${jobline.version}") String version) {
    return new OpenAPI().info(new Info().title("Jobline").version(version).description("Work orders of a helpdesk for"
        + " facilities management. Each call acts as the logged-in user, with exactly that user's"
        + " rights. Times are ISO 8601 with offset; money is a decimal in a string, beside its currency. Fields without"
        + " a value are left out."));
  }

  /** First of all converters of types, which has it asked last: the others leave to it what they do not know. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver modelResolver(ObjectMapper json) {
    return new ModelResolver(json, new SchemaNames());
  }

  /** No controller answers with it. */
  @Bean
  OpenApiCustomizer problemSchema() {
    return api -> ModelConverters.getInstance().readAll(Problem.class).forEach(api.getComponents()::addSchemas);
  }
}
