// Limits: how much of anything one input may ask for.
//
// Every input is taken as hostile. Passing a limit is an error with a code of its own (3xx in error.h), never a silent cut.
// The defaults hold every real report seen so far at least ten times over.
#pragma once

#include <cstddef>
#include <cstdint>

namespace jangbu {

struct Limits {
  std::uint64_t file_bytes = 512ull << 20;       // the largest real report seen is 60 MB of scanned pages
  int pages = 20'000;                            // a five-volume settlement of accounts has 4,000
  int nesting = 32;                              // tables in tables in text boxes; real reports stop at 4
  std::size_t cells = 2'000'000;                 // in one document; rows x columns of one table count before anything is allocated
  std::uint64_t inflated_bytes = 1ull << 30;     // of all streams of one document
  std::size_t text_code_points = 100'000'000;    // of one document
  std::size_t page_objects = 4'000'000;          // glyphs and drawn pieces on one page
  std::uint64_t correction_bytes = 16ull << 20;  // of all files of a corrections folder: some 60,000 corrections, a lifetime of one office
  // For one document, wall clock: a backstop against readers that sleep. What a busy machine makes of it says nothing of the document,
  // which is tried again at the next run; what decides is processor time.
  int seconds = 600;
  int cpu_seconds = 60;  // for one document; the slowest real report takes 3

  // Where documents are read in child processes:
  std::uint64_t reader_bytes = 2ull << 30;    // memory of one child, the file in it included; real reports stay below 200 MB
  std::uint64_t answer_bytes = 256ull << 20;  // one document on its way back; two million cells take about half of that
};

}  // namespace jangbu
