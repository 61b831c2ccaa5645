// Reading in child processes: as many as documents are read at a time, each serving one after the other.
//
// A child starts when a document finds none idle, so that a run of one file starts one: the one that is ready, if there is one, else a
// program. It is replaced when it ended, broke a limit, answered what no reader answers, or holds too much memory. The document that it
// was reading then fails with that error, and is not tried again. What comes back depends on the bytes alone, not on which child read them
// or what it read before.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "jangbu/reader_child.h"
#include "reading/document_reader.h"

namespace jangbu {

struct PoolOptions {
  std::filesystem::path program;                 // calls serve_parent() when started with kReaderArgument
  std::shared_ptr<ReadyReader> ready;            // the first of the children, started already; nullptr: none is
  std::function<void(const std::string&)> log;   // what children wrote to stderr, for debugging; may be called from any thread
  std::function<void(const std::string&)> warn;  // once: walls of the sandbox that this system does not have
  std::function<bool()> interrupted;             // documents that are being read end with `interrupted`; likewise
};

// Children end with it, and with this process, whatever ends this process.
std::unique_ptr<DocumentReader> reader_in_children(ReadingOptions options, PoolOptions pool);

}  // namespace jangbu
