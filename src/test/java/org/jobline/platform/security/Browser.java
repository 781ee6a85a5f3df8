package org.jobline.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Calls the application as one person does, with the cookies he was given. */
public class Browser {

  /** One for all, because each has threads of its own; the cookies are the person's. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final CookieManager cookies;
  private final Map<String, String> headers = new HashMap<>();

  public Browser(int port) {
    this(port, new CookieManager());
  }

  private Browser(int port, CookieManager cookies) {
    this.address = "http://localhost:" + port;
    this.cookies = cookies;
  }

  /** The same person, whose next call another node of the same system answers. */
  public Browser at(int otherPort) {
    Browser browser = new Browser(otherPort, cookies);
    browser.headers.putAll(headers);
    return browser;
  }

  public Browser as(String user) {
    return as(user, user);
  }

  public Browser as(String user, String password) {
    String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return with("Authorization", "Basic " + both);
  }

  public Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Logs in on the login page of Tasklist. */
  public Browser inTasklistAs(String user) {
    return in("tasklist", user);
  }

  /** Logs in on the login page of one of the web applications. */
  public Browser in(String application, String user) {
    String page = "/camunda/app/" + application + "/default/";
    get(page);
    showToken();
    HttpResponse<String> answer = call("POST", "/camunda/api/admin/auth/user/default/login/" + application,
        "application/x-www-form-urlencoded",
        "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
            + URLEncoder.encode(user, StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    get(page);
    return showToken();
  }

  public HttpResponse<String> logOut() {
    return post("/camunda/api/admin/auth/user/default/logout", "");
  }

  public Browser showToken() {
    return with("X-XSRF-TOKEN", token());
  }

  public Browser withoutToken() {
    headers.remove("X-XSRF-TOKEN");
    return this;
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .reduce((older, newer) -> newer)
        .orElseThrow()
        .getValue();
  }

  public HttpResponse<String> get(String path) {
    return call("GET", path, null, null);
  }

  public HttpResponse<String> post(String path, String json) {
    return call("POST", path, "application/json", json);
  }

  public HttpResponse<String> put(String path, String json) {
    return call("PUT", path, "application/json", json);
  }

  public HttpResponse<String> call(String method, String path, String type, String body) {
    URI uri = URI.create(address + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri)
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    try {
      cookies.get(uri, Map.of()).forEach((name, values) -> {
        if (!values.isEmpty()) {
          request.header(name, String.join("; ", values));
        }
      });
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      cookies.put(uri, answer.headers().map());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
