package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web applications keep the nonce between writing a page's policy and writing the page in the context that all
 * requests share. Another request in between gives the page the wrong nonce: the browser runs none of its scripts and
 * shows it empty. Here each request has a place of its own for it.
 */
class NoncePerRequest extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ServletContext own = withOwnNonce(request.getServletContext());
    chain.doFilter(new HttpServletRequestWrapper(request) {
      @Override
      public ServletContext getServletContext() {
        return own;
      }
    }, response);
  }

  private static ServletContext withOwnNonce(ServletContext shared) {
    AtomicReference<Object> nonce = new AtomicReference<>();
    InvocationHandler handler = (proxy, method, arguments) -> {
      boolean ofNonce = arguments != null && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0]);
      if (ofNonce && method.getName().equals("setAttribute")) {
        nonce.set(arguments[1]);
        return null;
      }
      if (ofNonce && method.getName().equals("getAttribute")) {
        return nonce.get();
      }
      try {
        return method.invoke(shared, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
    return (ServletContext) Proxy.newProxyInstance(
        ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, handler);
  }
}
