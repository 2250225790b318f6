package io.tenantproof.workload;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.platform.DemoApiImage;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tenants' workload beside podinfo: the same limits, the same load, in turns, so that what the
 * machine does meanwhile falls on both.
 *
 * @param kit whose workload it is
 * @param progress is told each round
 */
public record WorkloadBench(Kit kit, Progress progress) {

  private static final Duration LOAD = Duration.ofSeconds(10);

  /** What was measured of a contender: its rounds and the size of its image in MiB. */
  public record Measured(List<Fared> rounds, double imageMib) {

    /** Copies what it is given. */
    public Measured {
      rounds = List.copyOf(rounds);
    }
  }

  /** Each contender's figures, by its name. */
  public Map<String, Measured> measure(ContainerEngine engine, int rounds) {
    ImageShop shop = kit.shop();
    Images images = Images.of(shop, engine);
    CachedImage demoApi = new DemoApiImage(kit).get(engine, progress);
    images.load(demoApi);
    CachedImage podinfo = images.tool(shop.catalogue(), "stefanprodan/podinfo", progress);
    CachedImage wrk = images.tool(shop.catalogue(), "ghcr.io/tenantproof/wrk", progress);
    List<Contender> contenders =
        List.of(
            Contender.demoApi(demoApi.image().toString()),
            Contender.podinfoWithLog(podinfo.image().toString()),
            Contender.podinfo(podinfo.image().toString()));
    Round round = new Round(engine, wrk.image().toString(), LOAD);
    Map<String, List<Fared>> fared = new LinkedHashMap<>();
    for (int number = 1; number <= rounds; number++) {
      for (Contender contender : contenders) {
        try (Progress.Step step =
            progress.begin("%s, round %d of %d".formatted(contender.name(), number, rounds))) {
          Fared one = round.of(contender);
          fared.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(one);
          step.done("%.0f requests a second".formatted(one.load().requestsPerSecond()));
        }
      }
    }
    Map<String, Measured> all = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      all.put(
          contender.name(),
          new Measured(
              fared.getOrDefault(contender.name(), List.of()), mib(engine, contender.image())));
    }
    return all;
  }

  private static double mib(ContainerEngine engine, String image) {
    Long size = engine.client().inspectImageCmd(image).exec().getSize();
    return size == null ? 0 : size / (double) (1 << 20);
  }
}
