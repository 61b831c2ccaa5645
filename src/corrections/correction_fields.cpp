// The fields of one correction, as JSON gave them → a Correction, or the first complaint.
// The set of keys of "target" tells what is corrected: a field of a record, a cell, a word, metadata, or a finding that is accepted.
// No key more or less.
// Texts become NFC here, once, as all texts of documents are.
// The id comes from target, expect, value and date, so that the same correction written twice is one, and a changed one is another.
#include "corrections/correction_fields.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <set>
#include <string_view>

#include "text/hash.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// A pattern only: 2024-02-31 passes. `whole_day`: a date of a correction; else a year or a month will do.
bool is_date(std::string_view text, bool whole_day) {
  static const Pattern day(R"([12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"),
      any(R"([12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)");
  return (whole_day ? day : any).matches(text);
}

// Turns the fields of one correction into a Correction. `complaint` is filled instead where they do not make one.
class Builder {
 public:
  Builder(const JsonFields& fields, const std::optional<JsonFields>& target) : fields_(fields), target_(target) {}

  // All fields are read even after a complaint; only the first one is told, which people can act on.
  Correction build() {
    Correction out;
    read_target(out);
    static const std::set<std::string> correcting{"target", "expect", "value", "reason", "author", "date", "note"},
        accepting{"target", "accept", "reason", "author", "date", "note"};
    const bool accepts = out.target == Correction::Target::kFinding;
    for (const auto& [key, value] : fields_) {
      if (!(accepts ? accepting : correcting).contains(key))
        complain("unknown key " + in_quotes(key) + (accepts ? " beside a finding_id" : ""));
    }
    if (accepts) {
      const auto accept = fields_.find("accept");
      if (accept == fields_.end() || accept->second.kind != JsonScalar::Kind::kTrue)
        complain("a finding can only be accepted: \"accept\" must be true");
    } else {
      out.expect = printed("expect");
      out.value = printed("value");
    }
    out.reason = text(fields_, "reason");
    out.author = text(fields_, "author");
    out.date = text(fields_, "date");
    if (complaint.empty() && !is_date(out.date, true)) complain("\"date\" must be a day like 2024-03-31, not " + in_quotes(out.date));
    check_metadata(out);
    out.id = id_of(out);
    return out;
  }

  std::string complaint;  // the first one

 private:
  void complain(std::string text) {
    if (complaint.empty()) complaint = std::move(text);
  }

  // A text that must be there and say something.
  std::string text(const JsonFields& fields, const std::string& key) {
    const auto found = fields.find(key);
    if (found == fields.end()) {
      complain(in_quotes(key) + " is missing");
      return {};
    }
    if (found->second.kind != JsonScalar::Kind::kText || is_all_blank(found->second.text)) {
      complain(in_quotes(key) + " must be a text that is not empty");
      return {};
    }
    return to_nfc(found->second.text);
  }

  // `expect` and `value`: a text as it would be printed, or null for nothing. A number is refused: 65410160 would lose how it is printed.
  std::optional<std::string> printed(const std::string& key) {
    const auto found = fields_.find(key);
    if (found == fields_.end()) {
      complain(in_quotes(key) + " is missing");
    } else if (found->second.kind == JsonScalar::Kind::kText) {
      return to_nfc(found->second.text);
    } else if (found->second.kind != JsonScalar::Kind::kNull) {
      complain(in_quotes(key) + " must be a text as it would be printed, in quotes (\"65,410,160\"), or null");
    }
    return std::nullopt;
  }

  // Rows and columns count from 0, as in documents/.
  int index(const std::string& key) {
    const auto found = target_->find(key);
    if (found == target_->end()) {
      complain(in_quotes(key) + " is missing in \"target\"");
    } else if (found->second.kind == JsonScalar::Kind::kNumber && found->second.number >= 0 &&
               found->second.number <= std::numeric_limits<int>::max()) {
      return static_cast<int>(found->second.number);
    } else {
      complain(in_quotes(key) + " must be a whole number from 0");
    }
    return 0;
  }

  bool has_just(std::initializer_list<std::string_view> keys) const {
    return target_->size() == keys.size() &&
           std::all_of(keys.begin(), keys.end(), [&](std::string_view key) { return target_->contains(std::string(key)); });
  }

  // The keys alone tell which kind of target it is.
  void read_target(Correction& out) {
    if (!target_) {
      complain(fields_.contains("target") ? "\"target\" must be an object" : "\"target\" is missing");
    } else if (has_just({"record_id", "field"})) {
      out.target = Correction::Target::kRecord;
      out.record_id = text(*target_, "record_id");
      out.field = text(*target_, "field");
    } else if (has_just({"document", "table", "row", "column"})) {
      out.target = Correction::Target::kCell;
      out.document = text(*target_, "document");
      out.table = text(*target_, "table");
      out.row = index("row");
      out.column = index("column");
    } else if (has_just({"term"})) {
      out.target = Correction::Target::kTerm;
      out.term = collapse_blanks(text(*target_, "term"));
    } else if (has_just({"document", "metadata"})) {
      out.target = Correction::Target::kMetadata;
      out.document = text(*target_, "document");
      out.metadata = text(*target_, "metadata");
    } else if (has_just({"finding_id"})) {
      out.target = Correction::Target::kFinding;
      out.finding = text(*target_, "finding_id");
    } else {
      complain(
          "\"target\" must have the keys record_id, field, or document, table, row, column, or term, or document, metadata, or finding_id, "
          "and no others");
    }
  }

  // Values that other parts compute with must be of their form.
  void check_metadata(const Correction& out) {
    if (out.target != Correction::Target::kMetadata) return;
    static const std::set<std::string> known{"title", "organization", "report_kind", "report_date", "fiscal_year"};
    static const Pattern year(R"((?:19|2\d)\d\d)");
    if (!known.contains(out.metadata)) {
      complain("\"metadata\" must be title, organization, report_kind, report_date or fiscal_year, not " + in_quotes(out.metadata));
    } else if (out.value && out.metadata == "fiscal_year" && !year.matches(*out.value)) {
      complain("the \"value\" of a fiscal_year must be a year like \"2024\", not " + in_quotes(*out.value));
    } else if (out.value && out.metadata == "report_date" && !is_date(*out.value, false)) {
      complain("the \"value\" of a report_date must be a date like \"2024-03\", not " + in_quotes(*out.value));
    }
  }

  // Reason, author and note are left out: who gives another reason makes no other correction. null and "" are told apart by the sign in
  // front.
  static std::string id_of(const Correction& correction) {
    std::string key = std::to_string(static_cast<int>(correction.target));
    for (const std::string* part : {&correction.record_id, &correction.field, &correction.document, &correction.table, &correction.term,
                                    &correction.metadata, &correction.date}) {
      key += "\x1f" + *part;
    }
    key += "\x1f" + std::to_string(correction.row) + "\x1f" + std::to_string(correction.column);
    if (!correction.finding.empty()) key += "\x1f" + correction.finding;
    for (const auto* text : {&correction.expect, &correction.value}) key += *text ? "\x1f=" + **text : "\x1f";
    return sha256_hex(key).substr(0, 16);
  }

  const JsonFields& fields_;
  const std::optional<JsonFields>& target_;
};

}  // namespace

Correction correction_from(const JsonFields& fields, const std::optional<JsonFields>& target, std::string& complaint) {
  Builder builder(fields, target);
  Correction correction = builder.build();
  complaint = std::move(builder.complaint);
  return correction;
}

}  // namespace jangbu
