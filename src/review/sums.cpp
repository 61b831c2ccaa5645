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

namespace jangbu {
namespace {

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

// Does `below` stand one step below `record` in the same table?
bool is_part(const Json& below, const Json& record) {
  const Json &path = member(record, "path"), &longer = member(below, "path");
  if (!path.is_array() || !longer.is_array() || longer.size() != path.size() + 1) return false;
  if (member(below, "record_type") != member(record, "record_type") ||
      member(member(below, "source"), "table") != member(member(record, "source"), "table"))
    return false;
  return std::equal(path.begin(), path.end(), longer.begin()) && member(below, "record_id") != member(record, "record_id");
}

// Whole numbers stay whole; sums of rates do not occur.
Json plus(const Json& a, const Json& b, int sign) {
  if (a.is_number_integer() && b.is_number_integer()) return a.get<std::int64_t>() + sign * b.get<std::int64_t>();
  return a.get<double>() + sign * b.get<double>();
}

// The records of a document by id, and its findings.
class Figures {
 public:
  explicit Figures(const Json& document) : document_(document), records_(member(document, "records")) {
    for (const Json& record : records_)
      by_id_[member(record, "record_id").is_string() ? record["record_id"].get<std::string>() : std::string()] = &record;
  }

  const Json* record(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // The finding of this kind whose printed figure this is.
  const Json* finding(const std::string& kind, const std::string& record_id, const std::string& field) const {
    for (const Json& one : member(document_, "findings")) {
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
    for (const Json& other : records_) {
      if (is_part(other, record) && number_of(other, field)) out.push_back(&other);
    }
    return out;
  }

  // Also those in which the record is a part.
  Json findings_of(const std::string& record_id, const std::string& field) const {
    Json out = Json::array();
    for (const Json& one : member(document_, "findings")) {
      const Json& ids = member(one, "record_ids");
      if (member(one, "field") == field && ids.is_array() && std::find(ids.begin(), ids.end(), Json(record_id)) != ids.end())
        out.push_back(one);
    }
    return out;
  }

 private:
  const Json& document_;
  const Json& records_;
  std::map<std::string, const Json*> by_id_;
};

// Where the page has to point.
Json place_of(const Json& record, const std::string& field) {
  const Json& cell = member(member(record, "cells"), field.c_str());
  return {{"table", member(member(record, "source"), "table")},
          {"page", member(cell, "page")},
          {"row", member(cell, "row")},
          {"column", member(cell, "column")}};
}

// How far a total may be off for all its figures being rounded; what is beyond is for audit/ to judge, and is told as not judged here.
double rounding(const Json& record, std::size_t parts) {
  const Json& unit = member(record, "unit_factor");
  return (unit.is_number() ? unit.get<double>() : 1.0) * (static_cast<double>(parts) + 1) / 2;
}

// `opens`: the part has parts of its own, which the page can unfold.
Json parts_of(const Figures& figures, const Json& record, const std::string& field) {
  const auto parts = figures.parts(record, field);
  if (parts.empty()) return nullptr;
  Json rows = Json::array(), sum = 0;
  for (const Json* part : parts) {
    Json row = place_of(*part, field);
    row["record_id"] = member(*part, "record_id");
    row["name"] = member(*part, "name");
    row["level"] = member(*part, "level");
    row["text"] = text_of(*part, field);
    const Json* value = number_of(*part, field);
    row["value"] = value ? *value : Json();
    row["opens"] = !figures.parts(*part, field).empty();
    if (value) sum = plus(sum, *value, 1);
    rows.push_back(std::move(row));
  }
  Json out = {{"rows", std::move(rows)}, {"sum", sum}};
  const Json* total = number_of(record, field);
  out["difference"] = total ? plus(*total, sum, -1) : Json();
  out["rounded"] = total && std::abs(out["difference"].get<double>()) <= rounding(record, parts.size());
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
Result<Json> arithmetic_of(const Json& document, const std::vector<Profile>& profiles, const std::string& record_id,
                           const std::string& field) {
  const Figures figures(document);
  const Json* record = figures.record(record_id);
  if (!record || !member(*record, "record_type").is_string())
    return fail(ErrorCode::kPathMissing, "the document has no such record", "it may have been read again since");
  Json out = {{"record_id", record_id}, {"field", field}, {"name", member(*record, "name")}, {"text", text_of(*record, field)}};
  const Json* value = number_of(*record, field);
  out["value"] = value ? *value : Json();
  const Profile* profile = profile_for(profiles, (*record)["record_type"].get<std::string>());
  const ProfileField* known = profile ? profile->field(field) : nullptr;
  out["parts"] = (known && known->additive) || figures.finding("sum", record_id, field) ? parts_of(figures, *record, field) : Json();
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
