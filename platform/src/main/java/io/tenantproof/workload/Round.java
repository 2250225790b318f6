package io.tenantproof.workload;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * One round of one contender, in a container of its own: first answer, memory, load.
 *
 * @param engine that runs it
 * @param wrk the image of the program that asks
 * @param load how long each load lasts
 */
record Round(ContainerEngine engine, String wrk, Duration load) {

  private static final int WARM_UPS = 2;

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final int CONNECTIONS = 32;

  Fared of(Contender contender) {
    try (Container container = Container.of(engine, contender)) {
      long begin = System.nanoTime();
      container.start();
      awaitAnswer(URI.create("http://127.0.0.1:" + container.port() + contender.path()));
      double firstAnswer = (System.nanoTime() - begin) / 1e6;
      Await.atMost(SETTLED).holds(Expectation.that("it runs", () -> container.residentMib() > 0));
      double idle = container.residentMib();
      Load cold = loaded(container, contender);
      // For the compiler's and the caches' sake.
      for (int i = 0; i < WARM_UPS; i++) {
        var _ = loaded(container, contender);
      }
      Load warm = loaded(container, contender);
      return new Fared(firstAnswer, idle, container.residentMib(), cold, warm);
    }
  }

  private Load loaded(Container container, Contender contender) {
    try (Container asking =
        Container.beside(
            engine,
            container,
            wrk,
            List.of(
                "-t1",
                "-c" + CONNECTIONS,
                "-d%ds".formatted(load.toSeconds()),
                "--latency",
                "http://127.0.0.1:%d%s".formatted(contender.port(), contender.path())))) {
      asking.start();
      return Load.read(asking.printed(load.plusSeconds(30)));
    }
  }

  // Asked again at once: a pause would be a part of the figure.
  private static void awaitAnswer(URI page) {
    long deadline = System.nanoTime() + START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(page).timeout(START).build();
      String seen = "nothing";
      while (System.nanoTime() < deadline) {
        try {
          int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
          if (status == 200) {
            return;
          }
          seen = "status " + status;
        } catch (ConnectException e) {
          seen = "no connection";
        } catch (IOException e) {
          // The engine's proxy takes connections before the program does.
          seen = String.valueOf(e.getMessage());
        }
      }
      throw new IllegalStateException(
          "expected 200 of %s within %d s, saw last: %s".formatted(page, START.toSeconds(), seen));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
