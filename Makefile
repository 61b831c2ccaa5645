# make demo   installs what is missing, builds Release, ingests fixtures/inbox into out/
# make test   installs what is missing, builds and runs all tests (PRESET=asan or tsan for the sanitizers)
# All the work is CMake's: see CMakePresets.json.

PRESET ?= dev
JOBS   ?= $(shell nproc)
JUNIT  ?=

.PHONY: demo test clean

demo:
	@.ci/install-deps
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --parallel $(JOBS)
	@build/release/jangbu ingest fixtures/inbox --out out

test:
	@.ci/install-deps --tests
	@cmake --preset $(PRESET) --log-level=WARNING
	@cmake --build --preset $(PRESET) --parallel $(JOBS)
	@ctest --preset $(PRESET) --parallel $(JOBS) $(if $(JUNIT),--output-junit $(abspath $(JUNIT)))

clean:
	rm -rf build out
