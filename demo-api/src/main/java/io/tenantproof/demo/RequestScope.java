package io.tenantproof.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What belongs to the request that the current thread serves.
 *
 * @param trace its trace
 * @param requestId its name
 * @param failure why it failed, when it did for a reason of our own
 */
record RequestScope(
    TraceContext trace, RequestId requestId, AtomicReference<Optional<Throwable>> failure) {

  /** The request of the current thread; unbound outside of requests. */
  static final ScopedValue<RequestScope> CURRENT = ScopedValue.newInstance();

  RequestScope(TraceContext trace, RequestId requestId) {
    this(trace, requestId, new AtomicReference<>(Optional.empty()));
  }

  /** A request that brought neither trace nor name. */
  static RequestScope begin() {
    return new RequestScope(TraceContext.continuing(List.of()), RequestId.continuing(List.of()));
  }

  static Optional<RequestScope> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Remembers why the request failed; the log line of the request tells it. */
  void failed(Throwable reason) {
    failure.set(Optional.of(reason));
  }
}
