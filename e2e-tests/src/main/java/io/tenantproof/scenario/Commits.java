package io.tenantproof.scenario;

import io.tenantproof.git.GitClone;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Platform;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/**
 * Commits to the repository that Argo CD reads; it is told of each at once, as a webhook would.
 *
 * @param platform whose Argo CD it is
 * @param session the repository; empty for a remote one
 * @param journal keeps what was committed
 */
record Commits(Platform platform, Optional<GitServer.Session> session, Journal journal) {

  /** Changes files and pushes them as one commit. */
  String publish(String message, Consumer<GitClone> change) {
    Assumptions.assumeTrue(
        session.isPresent(),
        "SKIPPED: the repository is a remote one, which tests do not write to");
    return journal.did(
        "commit: " + message,
        () -> {
          GitClone work = session.orElseThrow().work();
          change.accept(work);
          return told(work.publish(message));
        });
  }

  /** Takes the last commit back. */
  String revertLast() {
    return journal.did(
        "revert of the last commit", () -> told(session.orElseThrow().work().revertLast()));
  }

  /** The newest commit. */
  String newest() {
    return session.flatMap(open -> open.work().revision()).orElseGet(platform::commit);
  }

  private String told(String commit) {
    Platform.refresh(platform.argoCd(), platform.tenants());
    return commit;
  }
}
