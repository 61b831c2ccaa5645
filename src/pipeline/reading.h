// Carries a plan out: reads the documents that have to be read, several at a time, and keeps each as soon as it is understood.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include <map>
#include "jangbu/ingest.h"
#include "pipeline/plan.h"

#include "pipeline/shelf.h"
#include "reading/document_reader.h"
#include "reading/process.h"

namespace jangbu {

struct Reading {
  DocumentReader& reader;
  const Toolbox& tools;
  const Making& made;
  Shelf& shelf;
  Observer& observer;
  unsigned jobs = 0;
  std::string now;                                    // ISO 8601, for failures
  std::map<std::string, std::size_t>& unknown_words;  // of what was read: grows
};

// Outcomes beside the steps. Editions and renditions are still unsettled: what is in has the state "ingested" or "unchanged".
// Errors: those of the output. What was kept before stays.
Result<std::vector<Outcome>> carry_out(std::vector<Step>& steps, const Reading& reading);

// An input that failed, as it is to be remembered: counts the attempt.
void remember_failure(KnownInput& seen, const Error& error, const Making& made, const std::string& now);

}  // namespace jangbu
