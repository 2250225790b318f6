package io.tenantproof.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * An API over HTTP below one address. Each call ends within a deadline and reads a bounded answer;
 * nothing is asked twice here, waiting is somebody else's.
 *
 * @param base its address
 * @param headers of each request
 */
public record HttpApi(URI base, Map<String, String> headers) {

  private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
  private static final MediaType JSON = MediaType.get("application/json");

  // One pool of connections for all: an API is cheap to make.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .connectTimeout(Duration.ofSeconds(5))
          .readTimeout(Duration.ofSeconds(30))
          .callTimeout(Duration.ofSeconds(60))
          .followRedirects(false)
          .build();

  /** Copies what it is given. */
  public HttpApi {
    headers = Map.copyOf(headers);
  }

  /**
   * Asks.
   *
   * @param asked the question in words, for a failure's text
   * @param path below the address
   * @throws RequestFailed when nothing answers
   */
  public Reply get(String asked, String path, Parameters parameters) {
    return call("GET", asked, path, parameters, Optional.empty());
  }

  /**
   * Sends JSON.
   *
   * @param asked what is done, in words, for a failure's text
   * @param path below the address
   * @throws RequestFailed when nothing answers
   */
  public Reply post(String asked, String path, String json) {
    return send("POST", asked, path, json);
  }

  /**
   * Sends JSON that changes what is there.
   *
   * @param asked what is done, in words, for a failure's text
   * @param path below the address
   * @throws RequestFailed when nothing answers
   */
  public Reply patch(String asked, String path, String json) {
    return send("PATCH", asked, path, json);
  }

  /**
   * Sends JSON that takes the place of what is there.
   *
   * @param asked what is done, in words, for a failure's text
   * @param path below the address
   * @throws RequestFailed when nothing answers
   */
  public Reply put(String asked, String path, String json) {
    return send("PUT", asked, path, json);
  }

  /** Its address; the headers hold what must not be printed. */
  @Override
  public String toString() {
    return base.toString();
  }

  private Reply send(String method, String asked, String path, String json) {
    // As bytes: from a text OkHttp would name the charset, which strict servers don't take.
    RequestBody body = RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
    return call(method, asked, path, Parameters.NONE, Optional.of(body));
  }

  private Reply call(
      String method, String asked, String path, Parameters parameters, Optional<RequestBody> body) {
    HttpUrl url = url(path, parameters);
    Request.Builder request = new Request.Builder().url(url);
    headers.forEach(request::header);
    request.method(method, body.orElse(null));
    try (Response response = CLIENT.newCall(request.build()).execute()) {
      return new Reply(asked, url.uri(), response.code(), text(response), headers(response));
    } catch (IOException e) {
      throw RequestFailed.unanswered(asked, url.uri(), e);
    }
  }

  private HttpUrl url(String path, Parameters parameters) {
    HttpUrl.Builder url = HttpUrl.get(base.toString()).newBuilder().addPathSegments(path);
    parameters.pairs().forEach(pair -> url.addQueryParameter(pair.name(), pair.value()));
    return url.build();
  }

  // Of a header that came twice the last one stays.
  private static Map<String, String> headers(Response response) {
    Map<String, String> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach(header -> read.put(header.getFirst(), header.getSecond()));
    return read;
  }

  private static String text(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is longer than %d bytes".formatted(LARGEST_ANSWER));
    }
    return source.readString(StandardCharsets.UTF_8);
  }
}
