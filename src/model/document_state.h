// What a document is among those of its output folder.
#pragma once

#include <string_view>

namespace jangbu {

enum class DocumentState {
  kIngested,    // it speaks: its records and findings are those of the output
  kRendition,   // another form of a report that another document speaks for
  kSuperseded,  // an edition that a later one has taken the place of
};

// As the ledger and run.json have it.
constexpr std::string_view document_state_name(DocumentState state) {
  switch (state) {
    case DocumentState::kIngested: return "ingested";
    case DocumentState::kRendition: return "rendition";
    case DocumentState::kSuperseded: return "superseded";
  }
  return "ingested";
}

// The name of nothing else is asked for: what is no name of another is that of a document that speaks.
constexpr DocumentState document_state_named(std::string_view name) {
  for (const DocumentState state : {DocumentState::kRendition, DocumentState::kSuperseded}) {
    if (document_state_name(state) == name) return state;
  }
  return DocumentState::kIngested;
}

}  // namespace jangbu
