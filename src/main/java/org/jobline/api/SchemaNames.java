package org.jobline.api;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What types are called in the description of the API. */
class SchemaNames extends TypeNameResolver {

  private static final String VIEW = "View";

  private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

  /** @throws IllegalStateException when another type has the name: one of the two would silently be left out */
  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    String name = isNamed(type) ? super.nameForClass(type, options) : nameOf(type);
    Class<?> other = types.putIfAbsent(name, type);
    if (other != null && other != type) {
      throw new IllegalStateException("%s and %s are both called %s in the description of the API; give one another name"
          .formatted(other, type, name));
    }
    return name;
  }

  private static boolean isNamed(Class<?> type) {
    Schema schema = type.getDeclaredAnnotation(Schema.class);
    return schema != null && !schema.name().isEmpty();
  }

  /** What belongs to a record has its name in front. */
  private static String nameOf(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    String name = around != null && around.isRecord() && !type.getSimpleName().endsWith(VIEW)
        ? nameOf(around) + type.getSimpleName()
        : type.getSimpleName();
    return name.endsWith(VIEW) ? name.substring(0, name.length() - VIEW.length()) : name;
  }
}
