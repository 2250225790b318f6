package io.tenantproof.helm;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * The signals that end this program: Ctrl-C and termination.
 *
 * <p>The Helm library is Go code that asks for these signals (os/signal, Notify) and never gives
 * them back: the JVM would not see them any more, and nothing that is to be cleaned up on Ctrl-C
 * would be.
 */
final class EndingSignals {

  // The exit codes that shells and the JVM itself use: 128 and the signal's number.
  private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

  private EndingSignals() {}

  /** Makes the JVM end in order again when one of them comes. */
  static void giveBackToTheJvm() {
    EXIT_CODES.forEach(EndingSignals::giveBack);
  }

  // By reflection: the compiler takes any mention of sun.misc for an error, and Java has no other
  // way to a signal (https://openjdk.org/jeps/260 keeps this one for that reason).
  private static void giveBack(String name, int exitCode) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler exit =
          (proxy, method, arguments) -> {
            Thread.ofPlatform().start(() -> Runtime.getRuntime().exit(exitCode));
            return null;
          };
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance(name),
              Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, exit));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM can't handle the signal " + name, e);
    }
  }
}
