package io.tenantproof.platform;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.CatalogueEntry.Role;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.image.Need;
import io.tenantproof.image.Selection;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.Setting;
import io.tenantproof.tenant.TenantTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of a run: the node's own, and those that it imports before pods start.
 *
 * @param node name of the node image, which the engine has
 * @param imported images that pods use
 * @param chosen which image it is, for each need of the catalogue ({@code for}) that was met
 * @param leftOut images that were wanted and could not be had, with the reason
 */
public record NodeImages(
    ImageName node,
    List<CachedImage> imported,
    Map<String, ImageName> chosen,
    Map<ImageName, String> leftOut) {

  /** Copies what it is given. */
  public NodeImages {
    imported = List.copyOf(imported);
    chosen = Map.copyOf(chosen);
    leftOut = Map.copyOf(leftOut);
  }

  /** The image of a need, as in {@code loki}; empty where it was left out. */
  public Optional<ImageName> imageFor(String need) {
    return Optional.ofNullable(chosen.get(need));
  }

  /**
   * Gets all images of a run.
   *
   * @throws io.tenantproof.image.ImageUnavailable when one can't be had, naming who wants it
   * @throws PlatformFailed when a tenant's can't
   */
  public static NodeImages get(Kit kit, ContainerEngine engine, Progress progress) {
    ImageShop shop = kit.shop();
    Images images = Images.of(shop, engine);
    CachedImage node = node(kit, shop, images, progress);
    boolean builtHere = builtHere(shop, node);
    // Before the others: those may take long, and one of these may be missing.
    List<CachedImage> all = new ArrayList<>(workload(kit).get(images, !builtHere, progress));
    List<Need> needs = new ArrayList<>(shop.catalogue().needs(Role.PLATFORM));
    if (builtHere) {
      needs.addAll(shop.catalogue().needs(Role.SYSTEM));
    }
    Selection selection = images.get(needs, progress);
    all.addAll(selection.images());
    all.add(new DemoApiImage(kit).get(images, engine, progress));
    return new NodeImages(node.image(), all, names(selection), selection.leftOut());
  }

  /** The image of the tenants' workload that is the kit's own. */
  CachedImage workload() {
    return imported.stream()
        .filter(one -> one.image().toString().equals(DemoApiImage.NAME))
        .findFirst()
        .orElseThrow();
  }

  private static WorkloadImages workload(Kit kit) {
    return WorkloadImages.of(new TenantTree(kit.gitops()).list());
  }

  private static Map<String, ImageName> names(Selection selection) {
    return selection.chosen().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().image()));
  }

  // The first node image that can be had: rancher/k3s, or the one that is built from packages.
  private static CachedImage node(Kit kit, ImageShop shop, Images images, Progress progress) {
    try (Progress.Step step = progress.begin("node image")) {
      List<CatalogueEntry> nodes =
          kit.settings()
              .find(Setting.NODE_IMAGE)
              .map(ImageName::parse)
              .map(wanted -> List.of(entry(shop, wanted)))
              .orElseGet(() -> shop.catalogue().of(Role.NODE));
      CachedImage node = images.first(nodes, step);
      step.detail("loading " + node.image());
      images.load(node);
      step.done("%s, %s".formatted(node.image(), node.source().inWords()));
      return node;
    }
  }

  private static CatalogueEntry entry(ImageShop shop, ImageName wanted) {
    return shop.catalogue()
        .find(wanted)
        .orElseGet(() -> CatalogueEntry.unlisted(wanted, Setting.NODE_IMAGE.variable(), Role.NODE));
  }

  // rancher/k3s brings DNS, volumes and metrics of its own.
  private static boolean builtHere(ImageShop shop, CachedImage node) {
    return shop.catalogue().find(node.image()).flatMap(CatalogueEntry::buildable).isPresent();
  }

  /**
   * Lays the archives out in a folder that a node can mount, and takes away those of other images.
   *
   * @return those that were not there before
   */
  public List<Path> layOut(Path folder) {
    try {
      Files.createDirectories(folder);
      List<Path> fresh = new ArrayList<>();
      Set<Path> wanted = new HashSet<>();
      for (CachedImage image : imported) {
        String name = image.image().toString().replaceAll("[^a-z0-9.]+", "-");
        Path archive = folder.resolve("%s-%s.tar".formatted(name, image.id().substring(7, 19)));
        wanted.add(archive);
        if (!Files.exists(archive)) {
          place(image.archive(), archive);
          fresh.add(archive);
        }
      }
      for (Path other : laidOut(folder)) {
        if (!wanted.contains(other)) {
          Files.delete(other);
        }
      }
      return List.copyOf(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("the images can't be laid out in " + folder, e);
    }
  }

  // A second name for the same file where the file system allows it: the archives are large.
  private static void place(Path archive, Path target) throws IOException {
    try {
      Files.createLink(target, archive);
    } catch (FileSystemException | UnsupportedOperationException otherFileSystem) {
      Path partial = target.resolveSibling(target.getFileName() + ".partial");
      Files.copy(archive, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static List<Path> laidOut(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
