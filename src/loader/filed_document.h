// A document's file, documents/<id>.json, read back: the one place that parses what jangbu itself wrote of a document.
//
// It gives the document, its records and its findings as types, and keeps the JSON beside them: what this version does not know of is
// carried over, byte for byte, when the file is written again with another standing or other findings.
//
// Read back, a record has no `step` (a figure's text tells it), no parent and no measure; everything else is as it was written.
// Errors of all: output_damaged, naming the document.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "jangbu/result.h"
#include "loader/filed_records.h"
#include "loader/json_writer.h"

namespace jangbu {

class FiledDocument {
 public:
  static Result<FiledDocument> parse(std::string_view json, const std::string& name);
  FiledDocument(FiledDocument&&) noexcept;
  FiledDocument& operator=(FiledDocument&&) noexcept;
  ~FiledDocument();

  const Document& document() const { return document_; }
  const std::vector<Record>& records() const { return records_; }
  std::vector<FiledRecord> filed_records() const;                     // the same, each with the names of its place
  const std::vector<Finding>& findings() const { return findings_; }  // of kinds that this version knows
  const Edition& edition() const { return edition_; }
  const std::vector<std::string>& paths() const { return paths_; }  // all names of its bytes, where they have several; else empty

  // What the source says of itself before corrections: two reports do not become one because their names were corrected.
  Document uncorrected_cover() const;

  // Lines of NDJSON, in the order of the file.
  std::vector<std::string> record_lines() const;
  std::vector<std::string> finding_lines() const;
  std::string outcomes() const;  // `corrections`, a JSON list; empty where there are none

  void set_standing(const Edition& edition, const std::vector<std::string>& paths);
  // Replaces the findings of one kind by these, before those of the kind `before`, else at the end; and sets the statuses of the records
  // that one of the old or the new names. Doing it twice changes nothing.
  Status replace_findings(FindingKind kind, const std::vector<Finding>& findings, std::optional<FindingKind> before = std::nullopt);
  // Has each finding judged anew (its severity, and whether it is accepted), and sets the statuses of the records that findings name.
  Status judge_findings(const std::function<void(Finding&)>& judge);

  std::string json() const;  // as it is to be written

 private:
  struct Inside;
  FiledDocument();
  void read();  // throws what the JSON library throws, as the two below
  void read_findings();
  void set_statuses(const std::set<std::string>& named, const std::set<std::string>& accused);

  std::unique_ptr<Inside> inside_;
  Document document_;
  std::vector<Record> records_;
  std::vector<Finding> findings_;
  Edition edition_;
  std::vector<std::string> paths_;
};

}  // namespace jangbu
