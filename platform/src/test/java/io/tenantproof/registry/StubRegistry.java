package io.tenantproof.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A registry on loopback that keeps in memory what is pushed to it, with as much of the
 * distribution specification as a push and a look need.
 */
public final class StubRegistry implements AutoCloseable {

  private final HttpServer server;
  private final PlainDoor door;
  private final int refusal;
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();

  /** One that anybody may write. */
  public StubRegistry() {
    this(0);
  }

  /** One that refuses everybody with a status; 0 refuses nobody. */
  StubRegistry(int refusal) {
    this.refusal = refusal;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v2/", this::answer);
    server.start();
    door = new PlainDoor(server.getAddress());
  }

  /** Host and port. */
  public String host() {
    return "127.0.0.1:" + door.port();
  }

  /** A manifest by its tag or digest, as text. */
  public String manifest(String reference) {
    return new String(manifests.get(reference), StandardCharsets.UTF_8);
  }

  /** A blob by its digest, as text. */
  public String blob(String digest) {
    return new String(blobs.get(digest), StandardCharsets.UTF_8);
  }

  /** Every login that was sent. */
  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    door.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      Optional.ofNullable(given).ifPresent(authorizations::add);
      if (refusal != 0) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"stub\"");
        reply(exchange, refusal, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"no\"}]}");
      } else if (path.equals("/v2/")) {
        reply(exchange, 200, "{}");
      } else if (path.contains("/blobs/uploads/")) {
        upload(exchange, body);
      } else if (path.contains("/blobs/")) {
        byte[] blob = blobs.get(last(path));
        exchange.getResponseHeaders().set("Content-Length", "" + (blob == null ? 0 : blob.length));
        exchange.sendResponseHeaders(blob == null ? 404 : 200, -1);
      } else {
        manifest(exchange, last(path), body);
      }
    }
  }

  private void upload(HttpExchange exchange, byte[] body) throws IOException {
    String session = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        exchange.getResponseHeaders().set("Location", session + System.nanoTime());
        exchange.sendResponseHeaders(202, -1);
      }
      case "PATCH" -> {
        blobs.put(session, body);
        exchange.getResponseHeaders().set("Location", session);
        exchange.sendResponseHeaders(202, -1);
      }
      default -> {
        byte[] sent = blobs.getOrDefault(session, new byte[0]);
        blobs.put(digest(sent), sent);
        exchange.sendResponseHeaders(201, -1);
      }
    }
  }

  private void manifest(HttpExchange exchange, String reference, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      types.put(digest(body), exchange.getRequestHeaders().getFirst("Content-Type"));
      manifests.put(reference, body);
      manifests.put(digest(body), body);
    }
    byte[] found = manifests.get(reference);
    if (found == null) {
      reply(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"no\"}]}");
      return;
    }
    exchange.getResponseHeaders().set("Docker-Content-Digest", digest(found));
    exchange.getResponseHeaders().set("Content-Type", types.get(digest(found)));
    reply(
        exchange,
        exchange.getRequestMethod().equals("PUT") ? 201 : 200,
        new String(found, StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String digest(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
