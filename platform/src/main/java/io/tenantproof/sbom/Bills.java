package io.tenantproof.sbom;

import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Recipe;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bills of materials of all images that were built here and are in the cache.
 *
 * @param shop which images there are
 */
public record Bills(ImageShop shop) {

  /**
   * Writes one file an image, and the list of licences beside them.
   *
   * @param images which of them
   * @param folder where to, made where it is not there
   * @return the files that were written
   */
  public List<Path> write(List<CatalogueEntry> images, Path folder, Progress progress) {
    try (Progress.Step step = progress.begin("bills of materials")) {
      Files.createDirectories(folder);
      List<Path> written = new ArrayList<>();
      List<BillOfMaterials> bills = new ArrayList<>();
      for (CatalogueEntry entry : images) {
        Optional<CachedImage> cached = shop.cached(entry);
        Optional<Recipe> recipe = entry.buildable();
        if (cached.isPresent() && recipe.isPresent()) {
          step.detail(entry.image().toString());
          BillOfMaterials bill =
              new BillOfMaterials(
                  entry, cached.get().id(), new ImageParts(shop).of(cached.get(), recipe.get()));
          bills.add(bill);
          written.add(Files.writeString(folder.resolve(bill.file()), bill.json()));
        }
      }
      written.add(Files.writeString(folder.resolve("licences.md"), LicenceList.markdown(bills)));
      step.done(
          "%d of %d images are in the cache, %d parts"
              .formatted(
                  bills.size(),
                  images.size(),
                  bills.stream().mapToInt(bill -> bill.parts().size()).sum()));
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be written", e);
    }
  }
}
