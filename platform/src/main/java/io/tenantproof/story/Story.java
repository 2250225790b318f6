package io.tenantproof.story;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.OpenPages;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.platform.Source;
import io.tenantproof.progress.Progress;
import io.tenantproof.vector.LiveTenants;
import java.util.ArrayList;
import java.util.List;

/**
 * The story of the platform: seven acts, played on a cluster that runs. All that it changes is
 * taken back, be it played to its end, fail or be interrupted.
 *
 * @param acts in their order
 * @param undo what they have changed
 */
public record Story(List<Act> acts, Undo undo) {

  /** Is asked before each act but the first whether it is to be played. */
  @FunctionalInterface
  public interface Pace {
    /** False ends the story there. */
    boolean goOn();
  }

  /** The story of a cluster. */
  public static Story of(Kit kit, Cluster cluster) {
    Stage stage =
        new Stage(
            cluster,
            LiveTenants.of(cluster.client()),
            cluster.node().map(node -> new OpenPages(node).answering()).orElse(List.of()),
            PlatformUp.wait(kit));
    if (stage.tenants().isEmpty()) {
      throw new StoryFailed(
          "Expected a tenant in the cluster %s, found none: bring the platform up with `make demo`."
              .formatted(cluster.name()));
    }
    Undo undo = new Undo();
    List<Act> acts = new ArrayList<>();
    acts.add(Beginning.boot(stage));
    acts.add(Beginning.sync(stage));
    acts.add(new PageAct(stage).act());
    acts.add(new IsolationAct(stage, undo).act());
    acts.add(new MetricsAct(stage).act());
    acts.add(new LogsAct(stage).act());
    acts.add(new ChangeAct(stage, Source.of(kit.settings()).inCluster(), undo).act());
    return new Story(acts, undo);
  }

  /** Copies what it is given. */
  public Story {
    acts = List.copyOf(acts);
  }

  /**
   * Plays it.
   *
   * @throws StoryFailed when an act is not as expected, with the act and the reason
   */
  public void play(StoryText text, Progress progress, Pace pace) {
    Thread interrupted =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  text.interrupted();
                  undo.close();
                });
    Runtime.getRuntime().addShutdownHook(interrupted);
    try (undo) {
      for (int number = 1; number <= acts.size(); number++) {
        if (number > 1 && !pace.goOn()) {
          return;
        }
        play(number, text, progress);
      }
    } finally {
      removeHook(interrupted);
    }
  }

  private void play(int number, StoryText text, Progress progress) {
    Act act = acts.get(number - 1);
    text.begin(number, acts.size(), act);
    Ending ending;
    try (Progress.Step step = progress.begin(act.title())) {
      ending = act.scene().apply(step::detail);
      step.done(ending instanceof Ending.Seen ? "ok" : "--");
    } catch (RuntimeException e) {
      throw new StoryFailed(
          "Act %d of %d, %s, is not as expected: %s\n%s"
              .formatted(
                  number,
                  acts.size(),
                  act.title(),
                  e.getMessage(),
                  "The platform goes on. `tenantproof status` says how it is; play it again with"
                      + " `tenantproof story`."),
          e);
    }
    text.end(ending);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException itRunsAlready) {
      return;
    }
  }
}
