// What jangbu remembers from one run to the next: rows of the state file.
//
// What users may ask of it stands in the ledger (store/ledger.h); here is what only jangbu needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/diagnostic.h"
#include "jangbu/error.h"
#include "model/document_state.h"
#include "model/file_stamp.h"

namespace jangbu {

// What decides of a document's output beside its bytes and its name. Where one of these has changed the document is read again.
struct Making {
  std::string tool;  // version and digest of the sources
  std::string limits;
  std::string profiles;
  std::string corrections;  // which of them may touch this document: corrections/correction_set.h

  bool operator==(const Making&) const = default;
};

// One input as it was when it was last looked at.
struct KnownInput {
  std::string location;  // absolute path as the system spells it
  std::string shown;     // as users know it, see pipeline/inputs.h
  FileStamp stamp;
  bool stamp_proves = false;   // false: the stamp was too young to tell a later change
  std::string sha256;          // empty where the bytes could not be read
  std::optional<Error> error;  // why it is in quarantine
  std::string since;           // ISO 8601: when these bytes failed first
  int attempts = 0;            // how often they failed
  std::string document;        // id of the document that these bytes gave; empty where they gave none
  Making made;                 // by what it was read, or failed; `corrections` is not kept
};

// As much of an input as tells whether it has to be looked at more closely. Views are good until the next one comes.
struct InputGlance {
  std::string_view location, shown;
  FileStamp stamp;
  bool trusted = false;  // its stamp proves its bytes, and its document was made from them as it would be made now
};

// A file of records of one document, as it was written.
struct KnownRecordsFile {
  std::string type;
  FileStamp stamp;
};

// One document of the output folder. Its file under documents/ is whole before this is written.
struct KnownDocument {
  std::string id, sha256, path, report, format, dated;  // `report`: records/identity.h report_key; empty: never merged
  std::vector<std::string> paths;                       // all of them, where its bytes came under several; else empty
  int edition = 1;
  std::string supersedes;  // document id; empty for a first edition
  DocumentState state = DocumentState::kIngested;
  std::string of;        // the document that speaks for it
  bool past = false;     // it stood among the inputs, and other bytes or none have taken its place
  std::string compared;  // with which renditions its findings compare it: pipeline/settle.cpp; empty: none
  std::vector<Diagnostic> warnings;
  std::size_t records = 0, findings = 0;  // how many it has
  Making made;                            // tool is empty where only the file itself is known: read again when met
  std::string file_sha256;                // of documents/<id>.json as it was written
  FileStamp file;
  std::vector<KnownRecordsFile> record_files;  // those of records/, by type; none while it does not speak
};

}  // namespace jangbu
