# TenantProof. Two targets do all set-up: `make demo` and `make verify`.
SHELL := /bin/sh
MVN := ./mvnw --batch-mode --no-transfer-progress
CLI := platform/bin/tenantproof
CACHE = $${TENANTPROOF_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}/tenantproof}
SOURCES := $(shell find pom.xml demo-api platform -path '*/target' -prune -o -path platform/charts -prune -o -path platform/images -prune -o -type f \( -name '*.java' -o -name pom.xml -o -path '*/src/main/resources/*' \) -print)

.PHONY: help bench endurance hostile demo story verify quick test down doctor images build sbom workflows format clean-cache

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: build ## Bring the platform up on this machine and leave it running
	@$(CLI) demo $(ARGS)

story: build ## Show the platform that runs, in seven acts; ARGS=--step waits for a key
	@$(CLI) story $(ARGS)

verify: build ## Prove it: all tests, on a cluster of their own
	@$(CLI) engine start
	@$(MVN) verify $(ARGS)

quick: build ## Prove the most of it in a few minutes: the fast tests, and of each claim the spec that says most
	@$(CLI) engine start
	@$(MVN) verify -Dspecs=quick $(ARGS)

bench: build ## Measure the workload beside podinfo, the proof beside Cyclonus, growth and the boot; a page of all in target/bench
	@$(CLI) bench workload
	@$(CLI) bench growth
	@$(CLI) bench isolation
	@$(CLI) bench cyclonus
	@$(CLI) bench window
	@$(CLI) bench boot
	@$(CLI) bench report

endurance: build ## Run the specs again and again: nothing flakes, nothing grows; ARGS="--runs 5 --spec GitOpsIT"
	@$(CLI) engine start
	@$(CLI) bench endurance $(ARGS)

hostile: build ## Ask the demo API what nobody should; ARGS=crowd by 10,000 connections
	@platform/bin/hostile $(ARGS)

test: ## The fast tests: no cluster, under a minute
	@$(MVN) test

down: build ## Remove all that demo and verify made
	@$(CLI) down

doctor: build ## Check what this machine has and lacks
	@$(CLI) doctor

images: build ## List every image with licence, size and state
	@$(CLI) images

build: platform/target/tenantproof.jar ## Compile the command line and the demo API

platform/target/tenantproof.jar: $(SOURCES)
	@platform/bin/jdk25 >/dev/null
	@platform/bin/told "build with Maven" $(MVN) --quiet --projects demo-api,platform package -Dmaven.test.skip=true
	@touch $@
	@platform/bin/quicken

sbom: build ## List what is in each module (*/target/bom.json) and in each image that was built here (target/sbom), as CycloneDX
	@$(MVN) --quiet --projects demo-api,platform org.cyclonedx:cyclonedx-maven-plugin:makeBom
	@$(CLI) images --sbom target/sbom

workflows: ## Look for mistakes in the workflows; ARGS=run runs what runs without a forge
	@platform/bin/workflows $(ARGS)

format: ## Format the Java sources
	@$(MVN) --quiet --projects e2e-tests --also-make test -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false -Dformat.write=true

clean-cache: ## Empty the cache: images, modules and packages are built and fetched again
	chmod -fR u+w "$(CACHE)/go" || true # Go keeps its modules read-only
	rm -rf $(foreach folder,images go debian scratch locks,"$(CACHE)/$(folder)")
