package org.jobline.desk.presence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAgent;
import org.jobline.order.OrderNumber;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The call by which an open page asks whether its order has changed says so by a header, and is answered by another who
 * else has it open, also where nothing has changed: it costs no call of its own.
 */
@Component
class OrderReaderHeaders implements HandlerInterceptor, WebMvcConfigurer {

  static final String LOOKING = "Jobline-Looking";
  /** Names, each encoded as in an address, between commas. */
  static final String ALSO_LOOKING = "Jobline-Also-Looking";

  private final OrderReaders readers;
  private final CurrentAgent currentAgent;

  OrderReaderHeaders(OrderReaders readers, CurrentAgent currentAgent) {
    this.readers = readers;
    this.currentAgent = currentAgent;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/work-orders/{number}");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (HttpMethod.GET.matches(request.getMethod()) && request.getHeader(LOOKING) != null
        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
        && variables.get("number") instanceof String number && OrderNumber.isOne(number)) {
      String names = readers.look(currentAgent.get().name(), new OrderNumber(number)).stream()
          .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
          .collect(Collectors.joining(","));
      response.setHeader(ALSO_LOOKING, names);
    }
    return true;
  }
}
