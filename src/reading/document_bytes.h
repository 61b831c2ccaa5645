// What goes between a reader in a child process and its parent, as bytes: options and questions in, what was understood or an Error out.
//
// A Document comes back as it was, whatever its fields hold, as long as its texts are UTF-8 and its reals are numbers, as every
// extractor's are. Both ends are of one build: the version is checked, not bridged.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "reading/document_reader.h"

namespace jangbu {

// Changes whenever a field does.
inline constexpr int kDocumentBytesVersion = 2;

std::string processed_bytes(const Processed& processed);
// The same piece by piece, and how many bytes they are.
void processed_bytes(const Processed& processed, const std::function<void(std::string_view)>& take);
std::uint64_t processed_size(const Processed& processed);

// Refuses what a reader within `limits` cannot have made of the bytes with this hash: names that are no names of files or belong to another
// document, cells outside of their table, tables and records that are not there, more cells, pages or nesting than allowed, more than
// `reader_bytes` of memory. `passed`, if given, is told from time to time how many bytes are left to be looked at.
// Errors: reader_garbled, limit_cells, limit_memory.
Result<Processed> processed_from(std::string_view bytes, const std::string& sha256, const Limits& limits,
                                 const std::function<void(std::size_t left)>& passed = {});

// A document alone, as it is before it is understood. Errors: as above.
std::string document_bytes(const Document& document);
Result<Document> document_from(std::string_view bytes, const Limits& limits);

std::string error_bytes(const Error& error);
// An unknown code is `reader_garbled`; messages are cut to a few lines, without control characters.
Error error_from(std::string_view bytes);

// What a child is asked to do with the file that comes along.
struct Question {
  enum class Kind { kUnderstand, kShow };
  Kind kind = Kind::kUnderstand;
  std::string path, sha256;               // kUnderstand: DocumentName
  InspectForm form = InspectForm::kText;  // kShow: Showing
  int page = 0;
  double dpi = 0;
  std::vector<Box> marked;
};

std::string question_bytes(const Question& question);
Result<Question> question_from(std::string_view bytes);

// How a child stands once it has locked itself in as its options say.
struct Readiness {
  bool locked = true;   // as far as was asked for; kAuto asks for what there is
  std::string missing;  // walls that do not stand, in the system's words
};

std::string readiness_bytes(const Readiness& readiness);
Result<Readiness> readiness_from(std::string_view bytes);

std::string options_bytes(const ReadingOptions& options);
Result<ReadingOptions> options_from(std::string_view bytes);

}  // namespace jangbu
