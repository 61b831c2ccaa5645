// A reader forked at the beginning of the program: what fork_reader of jangbu/reader_child.h makes, and its being handed over.
//
// Why only one, and no process that forks more of them on demand: nearly every run of a few files needs one reader, a fork of this kind
// is a plain child that is waited for and ended like a spawned one, and a run that needs more has that much more to read.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "jangbu/reader_child.h"
#include "reading/reader_ends.h"
#include "reading/serve_parent.h"

namespace jangbu {

class ReadyReader {
 public:
  explicit ReadyReader(StartedReader reader) : reader_(std::move(reader)) {}
  ~ReadyReader();  // ends it, if nobody took it
  ReadyReader(const ReadyReader&) = delete;
  ReadyReader& operator=(const ReadyReader&) = delete;

  // The first who asks has it, and ends it and waits for it. Any thread may ask.
  std::optional<StartedReader> take();

 private:
  std::mutex taking_;
  std::optional<StartedReader> reader_;
};

// As jangbu/reader_child.h, for any reader.
std::shared_ptr<ReadyReader> fork_reader(int argc, char** argv, const ReaderMaker& make_reader);

}  // namespace jangbu
