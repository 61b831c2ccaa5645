# make demo   installs what is missing, builds Release, ingests fixtures/inbox into out/
# make test   installs what is missing, builds and runs all tests (PRESET=asan or tsan for the sanitizers)
# make bench  what reading costs: FILES='a.pdf b.hwp' file by file beside other programs, CORPUS=folder of Hangul documents in one go
# All the work is CMake's: see CMakePresets.json.

PRESET ?= dev
JOBS   ?= $(shell nproc)
JUNIT  ?=

.PHONY: demo test bench clean

demo:
	@.ci/install-deps
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --parallel $(JOBS)
	@build/release/jangbu ingest fixtures/inbox --out out

test:
	@.ci/install-deps --tests
	@cmake --preset $(PRESET) --log-level=WARNING
	@cmake --build --preset $(PRESET) --parallel $(JOBS)
	@ctest --preset $(PRESET) --parallel $(shell expr $(JOBS) + 2) $(if $(JUNIT),--output-junit $(abspath $(JUNIT)))

bench:
	@.ci/install-deps
	@cmake --preset release -DJANGBU_BENCH=ON --log-level=WARNING
	@cmake --build --preset release --parallel $(JOBS)
	@tests/bench/bench.py $(if $(CORPUS),--corpus '$(CORPUS)') $(FILES)

clean:
	rm -rf build out
