package io.tenantproof.demo;

import io.helidon.common.Weighted;
import io.helidon.common.mapper.DefaultMapperProvider__ServiceDescriptor;
import io.helidon.common.mapper.DefaultResolverService__ServiceDescriptor;
import io.helidon.common.mapper.MappersFactory__ServiceDescriptor;
import io.helidon.config.Config;
import io.helidon.service.registry.ExistingInstanceDescriptor;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import java.util.Set;

/**
 * The services of Helidon that this program uses, by name: Helidon would read the descriptions of
 * all that its libraries could offer, and look for settings of its own in the working directory.
 */
final class HelidonServices {

  private HelidonServices() {}

  /** Makes them those of this process; before anything else of Helidon is used. */
  static void use() {
    GlobalServiceRegistry.registry(
        ServiceRegistryManager.create(
                ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .addServiceDescriptor(
                        ExistingInstanceDescriptor.create(
                            Config.empty(), Set.of(Config.class), Weighted.DEFAULT_WEIGHT))
                    .addServiceDescriptor(DefaultMapperProvider__ServiceDescriptor.INSTANCE)
                    .addServiceDescriptor(DefaultResolverService__ServiceDescriptor.INSTANCE)
                    .addServiceDescriptor(MappersFactory__ServiceDescriptor.INSTANCE)
                    .build())
            .registry());
  }
}
