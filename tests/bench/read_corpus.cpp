// Sends every Hangul document below a folder through the extractors, one after the other in this one process, and prints as JSON
// what that cost: CPU seconds of the fastest of ROUNDS rounds (telling the format and reading; not fetching the file from disk), bytes,
// the largest file and the peak memory of the process. `tests/bench/bench.py --corpus` calls it. Not installed.
// usage: read_corpus FOLDER [ROUNDS]
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extractors/detect.h"
#include "extractors/registry.h"
#include "loader/atomic_file.h"

namespace {

namespace fs = std::filesystem;

bool is_hangul(jangbu::Format format) { return format != jangbu::Format::kPdf && format != jangbu::Format::kText; }

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Round {
  double seconds = 0;
  std::size_t files = 0, failed = 0, tables = 0;
  std::uint64_t bytes = 0, largest = 0;
};

Round read_all(const std::vector<fs::path>& paths) {
  Round round;
  const jangbu::ExtractOptions options;
  for (const fs::path& path : paths) {
    const auto content = jangbu::read_file(path, options.limits.file_bytes);
    if (!content) continue;
    const auto bytes = std::as_bytes(std::span(*content));
    const double start = cpu_seconds();
    const auto format = jangbu::detect_format(bytes);
    if (!format || !is_hangul(*format)) continue;
    {
      const auto document = jangbu::extractor_for(*format)(bytes, options);
      round.tables += document ? document->tables.size() : 0;
      round.failed += document ? 0 : 1;
    }
    round.seconds += cpu_seconds() - start;
    ++round.files;
    round.bytes += bytes.size();
    round.largest = std::max<std::uint64_t>(round.largest, bytes.size());
  }
  return round;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: read_corpus FOLDER [ROUNDS]\n";
    return 2;
  }
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  Round best;
  for (int left = argc > 2 ? std::stoi(argv[2]) : 1; left > 0; --left)
    if (const Round round = read_all(paths); best.files == 0 || round.seconds < best.seconds) best = round;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << nlohmann::json{{"files", best.files},     {"failed", best.failed},       {"tables", best.tables},      {"bytes", best.bytes},
                              {"largest", best.largest}, {"cpu_seconds", best.seconds}, {"peak_kib", usage.ru_maxrss}}
            << "\n";
}
