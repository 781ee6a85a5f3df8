package org.jobline.platform.security;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;

/** Every endpoint the engine and its web applications have, read from their own annotations: none can be forgotten. */
final class EngineEndpoints {

  private static final Map<Class<? extends Annotation>, String> METHODS = Map.of(
      GET.class, "GET", POST.class, "POST", PUT.class, "PUT", DELETE.class, "DELETE", OPTIONS.class, "OPTIONS");

  private final Map<String, Endpoint> found = new TreeMap<>();

  private EngineEndpoints() {}

  /**
   * @param path below the engine, or below the web applications' own API
   * @param body what it is read into; null: nothing, or no JSON
   */
  record Endpoint(String method, String path, Class<?> body) {}

  /** Of the engine, as of {@code /engine-rest/} and of {@code /camunda/api/engine/engine/default/}. */
  static List<Endpoint> ofTheEngine() {
    EngineEndpoints endpoints = new EngineEndpoints();
    endpoints.read(NamedProcessEngineRestServiceImpl.class, "/engine", 0);
    return endpoints.found.values().stream()
        .map(endpoint -> new Endpoint(
            endpoint.method(), endpoint.path().replaceFirst("^/engine(/\\{name\\}/|$)", ""), endpoint.body()))
        .filter(endpoint -> !endpoint.path().isEmpty())
        .toList();
  }

  /** Of the web applications, below {@code /camunda/api/}; without scripts and pictures. */
  static List<Endpoint> besideTheEngine() {
    Map<String, Class<?>> roots = Map.of(
        "cockpit/plugin/base", BaseRootResource.class, "admin/plugin/adminPlugins", AdminPluginsRootResource.class,
        "admin/setup", SetupResource.class, "admin/auth/user", UserAuthenticationResource.class);
    return roots.entrySet().stream().flatMap(root -> {
      EngineEndpoints endpoints = new EngineEndpoints();
      endpoints.read(root.getValue(), root.getKey(), 0);
      return endpoints.found.values().stream();
    }).filter(endpoint -> !endpoint.path().contains("/static/")).toList();
  }

  private void read(Class<?> resource, String address, int depth) {
    if (depth > 8) {
      throw new IllegalStateException("Resources in a circle at " + address);
    }
    for (Method method : resource.getMethods()) {
      List<Method> declared = declared(resource, method);
      Path path = annotation(declared, Path.class);
      String http = METHODS.entrySet().stream().filter(entry -> annotation(declared, entry.getKey()) != null)
          .map(Map.Entry::getValue).findFirst().orElse(null);
      String here = (address + (path == null ? "" : "/" + path.value())).replaceAll("/+", "/").replaceAll("/$", "");
      if (http != null) {
        found.put(http + " " + here, new Endpoint(http, here, body(declared)));
      } else if (path != null && !method.isBridge()) {
        read(method.getReturnType(), here, depth + 1);
      }
    }
  }

  /** Where its annotations may stand: itself, and what it overrides. */
  private static List<Method> declared(Class<?> resource, Method method) {
    Map<Class<?>, Method> declared = new LinkedHashMap<>();
    types(resource).forEach(type -> {
      try {
        declared.put(type, type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
      } catch (NoSuchMethodException e) {
        // not declared there
      }
    });
    return new ArrayList<>(declared.values());
  }

  private static Stream<Class<?>> types(Class<?> type) {
    return Stream.concat(Stream.of(type), Stream.concat(
        Stream.ofNullable(type.getSuperclass()).flatMap(EngineEndpoints::types),
        Stream.of(type.getInterfaces()).flatMap(EngineEndpoints::types)));
  }

  private static <A extends Annotation> A annotation(List<Method> methods, Class<A> annotation) {
    return methods.stream().map(method -> method.getAnnotation(annotation)).filter(Objects::nonNull)
        .findFirst().orElse(null);
  }

  private static Class<?> body(List<Method> methods) {
    Set<String> notRead = Set.of("MultipartFormData", "Request", "AsyncResponse", "HttpServletRequest");
    return methods.stream().flatMap(method -> Arrays.stream(method.getParameters()))
        .filter(parameter -> methods.stream().flatMap(method -> Arrays.stream(method.getParameters()))
            .filter(same -> same.getType() == parameter.getType())
            .allMatch(same -> same.getAnnotations().length == 0))
        .map(Parameter::getType)
        .filter(type -> !notRead.contains(type.getSimpleName()))
        .findFirst().orElse(null);
  }
}
