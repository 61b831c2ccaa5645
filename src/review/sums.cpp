// The arithmetic of one figure, written out for a person: which rows add up to it, and which identities of its row it takes part in.
// Nothing is judged here. What fails is what a finding says; the parts of a failing total are those that the finding names,
// others are found by their paths.
// Values are taken from the file as JSON numbers, whole where they are whole, so that sums of won are exact.
//
//   합계 900        parts: 가과 500 (opens), 나과 400; sum 900, difference 0
//   집행률 80.0%    identity: 집행액 800 ÷ 예산현액 1,000 = 0.8
#include "review/sums.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "arithmetic/interval.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostParts = 500, kMostFindings = 100;

const Json& member(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

// nullptr: not printed, or no figure.
const Json* number_of(const Json& record, const std::string& field) {
  const Json& value = member(member(record, "values"), field.c_str());
  return value.is_number() ? &value : nullptr;
}

// What a person has corrected, else what is printed.
std::string text_of(const Json& record, const std::string& field) {
  const Json& cell = member(member(record, "cells"), field.c_str());
  const Json& corrected = member(cell, "corrected");
  const Json& text = corrected.is_string() ? corrected : member(cell, "text");
  return text.is_string() ? text.get<std::string>() : std::string();
}

// A place in the tree of a table's rows: kind, table, and the first `steps` labels of the path.
std::string place_in_tree(const Json& record, std::size_t steps) {
  const Json& path = member(record, "path");
  std::string out = json_text(member(record, "record_type")) + json_text(member(member(record, "source"), "table"));
  for (std::size_t i = 0; i < steps; ++i) out += json_text(path[i]);
  return out;
}

// Whole numbers stay whole; sums of rates do not occur.
Json plus(const Json& a, const Json& b, int sign) {
  if (a.is_number_integer() && b.is_number_integer()) return a.get<std::int64_t>() + sign * b.get<std::int64_t>();
  return a.get<double>() + sign * b.get<double>();
}

// The records that the arithmetic of one figure can name, and the document's findings: the records of its table, those that a sum's finding
// names, and those of their tables where the figure is that sum. A document may have ten thousands of others.
struct Around {
  Json records = Json::array(), findings;
};

Around around(const FiledValue& document, const std::string& record_id) {
  Around out;
  out.findings = document["findings"].json();
  std::set<std::string_view> named, mine{record_id}, tables;
  for (const FiledValue& finding : document["findings"].items()) {
    if (finding["kind"].text() != "sum") continue;
    const auto ids = finding["record_ids"].items();
    for (const FiledValue& id : ids) {
      named.insert(id.text());
      if (ids.front().text() == record_id) mine.insert(id.text());
    }
  }
  const auto records = document["records"].items();
  for (const FiledValue& record : records) {
    if (const FiledValue table = record["source"]["table"]; table.is_text() && mine.contains(record["record_id"].text()))
      tables.insert(table.text());
  }
  for (const FiledValue& record : records) {
    const std::string_view id = record["record_id"].text();
    if (id == record_id || named.contains(id) || tables.contains(record["source"]["table"].text())) out.records.push_back(record.json());
  }
  return out;
}

// The records of a document by id and by what they stand under, and its findings.
class Figures {
 public:
  explicit Figures(const Around& around) : findings_(around.findings) {
    for (const Json& record : around.records) {
      by_id_[member(record, "record_id").is_string() ? record["record_id"].get<std::string>() : std::string()] = &record;
      if (const Json& path = member(record, "path"); path.is_array() && !path.empty())
        below_[place_in_tree(record, path.size() - 1)].push_back(&record);
    }
  }

  const Json* record(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // The finding of this kind whose printed figure this is.
  const Json* finding(const std::string& kind, const std::string& record_id, const std::string& field) const {
    for (const Json& one : findings_) {
      const Json& ids = member(one, "record_ids");
      if (member(one, "kind") == kind && member(one, "field") == field && ids.is_array() && !ids.empty() && ids[0] == record_id)
        return &one;
    }
    return nullptr;
  }

  std::vector<const Json*> parts(const Json& record, const std::string& field) const {
    std::vector<const Json*> out;
    const std::string id = record["record_id"];
    // The finding names the total first, then the parts that it was checked against.
    if (const Json* failing = finding("sum", id, field)) {
      for (const Json& part : (*failing)["record_ids"]) {
        const Json* found = part.is_string() ? this->record(part) : nullptr;
        if (found && found != &record) out.push_back(found);
      }
      return out;
    }
    // Else what stands one step below it in its table.
    const Json& path = member(record, "path");
    const auto below = path.is_array() ? below_.find(place_in_tree(record, path.size())) : below_.end();
    if (below == below_.end()) return out;
    for (const Json* other : below->second) {
      if (member(*other, "record_id") != record["record_id"] && number_of(*other, field)) out.push_back(other);
    }
    return out;
  }

  // Also those in which the record is a part.
  Json findings_of(const std::string& record_id, const std::string& field) const {
    Json out = Json::array();
    for (const Json& one : findings_) {
      const Json& ids = member(one, "record_ids");
      if (member(one, "field") == field && ids.is_array() && std::find(ids.begin(), ids.end(), Json(record_id)) != ids.end())
        out.push_back(one);
      if (out.size() >= kMostFindings) break;
    }
    return out;
  }

 private:
  const Json& findings_;
  std::map<std::string, const Json*> by_id_;
  std::map<std::string, std::vector<const Json*>> below_;
};

// Where the page has to point.
Json place_of(const Json& record, const std::string& field) {
  const Json& cell = member(member(record, "cells"), field.c_str());
  return {{"table", member(member(record, "source"), "table")},
          {"page", member(cell, "page")},
          {"row", member(cell, "row")},
          {"column", member(cell, "column")}};
}

// A figure of the record as arithmetic takes it: rounded to the record's unit, but for what is counted.
Printed as_printed(const Json& value, const Json& record, const ProfileField* field) {
  const Json& unit = member(record, "unit_factor");
  const bool counted = field && field->measure == Measure::kCount;
  return {value.is_number_integer() ? static_cast<long double>(value.get<std::int64_t>()) : static_cast<long double>(value.get<double>()),
          counted            ? 0
          : unit.is_number() ? static_cast<long double>(unit.get<double>())
                             : 1};
}

// `opens`: the part has parts of its own, which the page can unfold. All are added up, the first kMostParts are told. `rounded`: the parts
// may add up to the total, as far as rounding tells. `known`: the field, where a profile knows it.
Json parts_of(const Figures& figures, const Json& record, const std::string& field, const ProfileField* known) {
  const auto parts = figures.parts(record, field);
  if (parts.empty()) return nullptr;
  Json rows = Json::array(), sum = 0;
  std::vector<SignedTerm> terms;
  for (const Json* part : parts) {
    const Json* value = number_of(*part, field);
    if (value) {
      sum = plus(sum, *value, 1);
      terms.push_back({1, as_printed(*value, *part, known)});
    }
    if (rows.size() >= kMostParts) continue;
    Json row = place_of(*part, field);
    row["record_id"] = member(*part, "record_id");
    row["name"] = member(*part, "name");
    row["level"] = member(*part, "level");
    row["text"] = text_of(*part, field);
    row["value"] = value ? *value : Json();
    row["opens"] = !figures.parts(*part, field).empty();
    rows.push_back(std::move(row));
  }
  Json out = {{"rows", std::move(rows)}, {"total", parts.size()}, {"sum", sum}};
  const Json* total = number_of(record, field);
  out["difference"] = total ? plus(*total, sum, -1) : Json();
  out["rounded"] = total && check_sum(as_printed(*total, record, known), terms).explained;
  out["fails"] = figures.finding("sum", record["record_id"], field) != nullptr;
  return out;
}

// Each term with its value and its text; a missing one is null.
Json terms_of(const Json& record, const std::vector<std::pair<int, std::string>>& terms) {
  Json out = Json::array();
  for (const auto& [sign, field] : terms) {
    const Json* value = number_of(record, field);
    out.push_back({{"sign", sign}, {"field", field}, {"value", value ? *value : Json()}, {"text", text_of(record, field)}});
  }
  return out;
}

// All its terms must be printed; a dash counts for nothing in a sum, and cannot be told from what is not there: left out.
bool has_all(const Json& terms) {
  return !terms.empty() && std::all_of(terms.begin(), terms.end(), [](const Json& term) { return !term["value"].is_null(); });
}

double value_of(const Json& terms) {
  double out = 0;
  for (const Json& term : terms) out += term["sign"].get<int>() * term["value"].get<double>();
  return out;
}

// null: a term is not printed, so there is nothing to show.
Json identity_of(const Figures& figures, const Identity& identity, const Json& record) {
  const Json* printed = number_of(record, identity.result);
  if (!printed || identity.over_years) return nullptr;
  const bool ratio = identity.kind == Identity::Kind::kRatio;
  Json terms = terms_of(
      record, ratio && !identity.numerator.empty() ? std::vector<std::pair<int, std::string>>{{1, identity.numerator}} : identity.terms);
  if (!has_all(terms)) return nullptr;
  Json base = Json::array();
  double computed = value_of(terms);
  if (ratio) {
    for (const std::string& candidate : identity.bases) {
      base = terms_of(record, {{1, candidate}});
      if (has_all(base)) break;
    }
    if (!has_all(base) || value_of(base) == 0) return nullptr;
    computed /= value_of(base);
  }
  const bool fails = figures.finding(ratio ? "ratio" : "difference", record["record_id"], identity.result) != nullptr;
  return {{"result", identity.result},
          {"terms", std::move(terms)},
          {"base", std::move(base)},
          {"printed", *printed},
          {"text", text_of(record, identity.result)},
          {"computed", computed},
          {"fails", fails}};
}

// Several identities of one field are alternatives. Where no finding says that all fail, those that miss by far were not the one.
bool is_the_one(const Json& identity) {
  if (identity["fails"].get<bool>()) return true;
  const double printed = identity["printed"].get<double>(), computed = identity["computed"].get<double>();
  return std::abs(printed - computed) <= std::max(std::abs(printed) * 0.001, identity["base"].empty() ? 1.0 : 0.006);
}

}  // namespace

// Identities in which the figure is the result, a term or the base.
Result<Json> arithmetic_of(const FiledValue& document, const std::vector<Profile>& profiles, const std::string& record_id,
                           const std::string& field) {
  const Around these = around(document, record_id);
  const Figures figures(these);
  const Json* record = figures.record(record_id);
  if (!record || !member(*record, "record_type").is_string())
    return fail(ErrorCode::kPathMissing, "the document has no such record", "it may have been read again since");
  Json out = {{"record_id", record_id}, {"field", field}, {"name", member(*record, "name")}, {"text", text_of(*record, field)}};
  const Json* value = number_of(*record, field);
  out["value"] = value ? *value : Json();
  const Profile* profile = profile_for(profiles, (*record)["record_type"].get<std::string>());
  const ProfileField* known = profile ? profile->field(field) : nullptr;
  out["parts"] = (known && known->additive) || figures.finding("sum", record_id, field) ? parts_of(figures, *record, field, known) : Json();
  out["identities"] = Json::array();
  if (profile) {
    for (const Identity& identity : profile->identities) {
      Json one = identity_of(figures, identity, *record);
      if (one.is_null() || !is_the_one(one)) continue;
      const auto names = [&](const Json& terms) {
        return std::any_of(terms.begin(), terms.end(), [&](const Json& term) { return term["field"] == field; });
      };
      if (identity.result == field || names(one["terms"]) || names(one["base"])) out["identities"].push_back(std::move(one));
    }
  }
  out["findings"] = figures.findings_of(record_id, field);
  return out;
}

}  // namespace jangbu
