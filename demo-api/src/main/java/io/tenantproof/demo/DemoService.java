package io.tenantproof.demo;

import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.net.StandardSocketOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The running service: two ports, and an orderly end. */
final class DemoService implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(DemoService.class.getName());

  /** Beside the guard's room. */
  private static final int SPARE_CONNECTIONS = 64;

  private final Settings settings;
  private final Limits limits;
  private final Lifecycle lifecycle = new Lifecycle();
  private final ServiceMeters meters;
  private final List<CallerGuard> guards = new ArrayList<>();
  private final RouteTable routes;
  private final HttpMetrics metrics;
  private final WebServer server;

  private DemoService(Settings settings, BuildInfo build, Limits limits) {
    this.settings = settings;
    this.limits = limits;
    this.meters = ServiceMeters.create(build);
    this.routes = routes(TenantDescription.of(settings.identity(), build.version(), Instant.now()));
    this.metrics = new HttpMetrics(meters.registry(), routes.templates());
    this.server = server();
  }

  /**
   * Opens both ports.
   *
   * @throws IllegalStateException when a port could not be opened; the log has the reason
   */
  static DemoService start(Settings settings, BuildInfo build, Limits limits) {
    DemoService service = new DemoService(settings, build, limits);
    service.server.start();
    if (!service.server.isRunning()) {
      service.release();
      Settings.Network network = settings.network();
      throw new IllegalStateException(
          "could not listen on port %d or %d of %s; is one of them taken?"
              .formatted(
                  network.port(), network.managementPort(), network.address().getHostAddress()));
    }
    service.lifecycle.advanceTo(Lifecycle.Phase.SERVING);
    return service;
  }

  /** Every path of the API. */
  static RouteTable routes(TenantDescription description) {
    return new RouteTable(
        List.of(
            new Route(HomeEndpoint.PATH, new HomeEndpoint(description)),
            new Route(TenantEndpoint.PATH, new TenantEndpoint(description)),
            new Route(OpenApiEndpoint.PATH, new OpenApiEndpoint())));
  }

  int port() {
    return server.port();
  }

  int managementPort() {
    return server.port(Management.SOCKET);
  }

  /**
   * Ends the service without losing a request.
   *
   * <p>First it is not ready any more, while it still serves: Kubernetes takes a while to tell
   * everybody that the pod is leaving. Then no new requests are taken and those in flight finish.
   */
  @Override
  public void close() {
    if (!lifecycle.advanceTo(Lifecycle.Phase.DRAINING)) {
      return;
    }
    LOGGER.log(
        System.Logger.Level.INFO,
        "stopping: not ready any more, serving for another {0} s",
        String.valueOf(settings.drain().toSeconds()));
    boolean hurried = drain();
    server.stop();
    release();
    LOGGER.log(System.Logger.Level.INFO, "stopped");
    if (hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on serving; an interrupt cuts it short, requests in flight still finish. */
  private boolean drain() {
    try {
      lifecycle.awaitStopped(settings.drain());
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void release() {
    lifecycle.advanceTo(Lifecycle.Phase.STOPPED);
    guards.forEach(CallerGuard::close);
    meters.close();
  }

  private WebServer server() {
    Settings.Network network = settings.network();
    DirectHandlers refusals = RefusalHandler.all(metrics);
    WebServerConfig.Builder api = WebServer.builder();
    limit(api, "api");
    return api.port(network.port())
        .shutdownHook(false)
        .directHandlers(refusals)
        .routing(apiRouting())
        .featuresDiscoverServices(false)
        .addFeature(Management.probes(lifecycle, settings.faults()))
        .putSocket(
            Management.SOCKET,
            limit(ListenerConfig.builder().name(Management.SOCKET), Management.SOCKET)
                .port(network.managementPort())
                .directHandlers(refusals)
                .routing(Management.routing(meters))
                .build())
        .build();
  }

  private HttpRouting.Builder apiRouting() {
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(new RequestFilter(routes, metrics, lifecycle))
            .error(Throwable.class, new ProblemHandler())
            .any(new FaultHandler(settings.faults(), lifecycle, RandomGenerator.getDefault()));
    routes.register(routing);
    return routing;
  }

  private <B extends ListenerConfig.BuilderBase<B, ?>> B limit(B listener, String port) {
    CallerGuard guard = new CallerGuard(limits, settings.faults().delay());
    guards.add(guard);
    meters.count(port, guard);
    return listener
        .address(settings.network().address())
        .maxPayloadSize(limits.bodyBytes())
        // The guard makes room among those that are in; some more have to get in for that.
        .maxTcpConnections(limits.connections() + SPARE_CONNECTIONS)
        .backlog(limits.connections())
        .maxConcurrentRequests(limits.requests())
        // Helidon knows a connection as idle from its first byte on; the guard has the other
        // limits.
        .idleConnectionTimeout(limits.idle())
        .idleConnectionPeriod(limits.check())
        // HTTP/1.1 is the only protocol: Helidon need not wait for the first byte to tell which one
        // it is, a wait that no timeout covers.
        .protocolsDiscoverServices(false)
        .addConnectionSelector(GuardedHttp.of(limits, guard))
        // What waits in the system's buffers counts as memory of the container, too. Those for
        // what comes in are made with the listening socket.
        .listenerSocketOptions(Map.of(StandardSocketOptions.SO_RCVBUF, limits.socketBytes()))
        .connectionOptions(
            options -> options.tcpNoDelay(true).socketSendBufferSize(limits.socketBytes()))
        .shutdownGracePeriod(limits.finish());
  }
}
