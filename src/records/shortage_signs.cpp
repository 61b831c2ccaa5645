// 결원 △1 is a shortage of one, not less than nothing: in fields that are never negative, a sign is a way of writing. Each row is asked
// whether its identities hold with the figure as printed and with its sign turned over; then all rows of a table are judged together,
// since one person writes them all. What the arithmetic does not prove is no figure of the field: it stays under its heading, as printed.
//
//   정원 24 | 현원 23 | 결원 △1      −1 fails and 1 holds: turned over
//   정원 18 | 현원 16 | 결원 △2      so is this one
//   정원 10 | 현원 11 | 결원 △1      −1 holds: more people than posts; then no row of the table is turned over
#include "records/shortage_signs.h"

#include <algorithm>
#include <string>

#include "records/row_identities.h"

namespace jangbu {
namespace {

// Rows that hold as printed, with the other sign, and with neither.
struct Votes {
  int printed = 0, turned = 0, neither = 0;
};

void turn_over(Figure& value) { value.value->digits = -value.value->digits; }

// Nothing where no identity of the row speaks of the field.
std::optional<bool> holds(const Record& record, const std::vector<IdentityForm>& forms, const std::string& field) {
  for (const IdentityForm& form : forms) {
    if (form.result != field) continue;
    if (const auto verdict = check_identity(form, [&](const std::string& name) { return figure_of(record, name); }))
      return verdict->explained;
  }
  return std::nullopt;
}

// Turned over for the question only: the figure is as printed again when this returns.
void vote(Record& record, Figure& value, const std::vector<IdentityForm>& forms, Votes& votes) {
  const auto printed = holds(record, forms, value.field);
  if (!printed) return;
  if (*printed) {
    ++votes.printed;
    return;
  }
  turn_over(value);
  ++(holds(record, forms, value.field).value_or(false) ? votes.turned : votes.neither);
  turn_over(value);
}

// With the record, and once with the document: two records may be read from one cell.
void note(Record& record, const Figure& value, Document& document) {
  const Repair repair{"shortage_sign",
                      value.field,
                      value.place.text,
                      value.value->to_string(),
                      std::to_string(record.table_index),
                      value.place.row,
                      value.place.column,
                      1};
  record.repairs.push_back(repair);
  const auto same = [&](const Repair& other) {
    return other.rule == repair.rule && other.table == repair.table && other.row == repair.row && other.column == repair.column;
  };
  if (std::none_of(document.repairs.begin(), document.repairs.end(), same)) document.repairs.push_back(repair);
}

// Two rows at least must want the sign turned, and more than those that hold neither way. One row that holds as printed refuses all.
void settle(std::vector<ReadRow>& rows, const Profile& profile, const ProfileField& field, Document& document) {
  Votes votes;
  bool negative = false;
  for (ReadRow& row : rows) {
    for (Figure& value : row.record.values) {
      if (value.field != field.name || !value.value || value.value->digits == 0) continue;
      negative = negative || value.value->digits < 0;
      vote(row.record, value, identities_of(document, profile, row.record), votes);
    }
  }
  if (!negative || votes.printed > 0) return;
  const bool proved = votes.turned >= 2 && votes.turned > votes.neither;
  for (ReadRow& row : rows) {
    Record& record = row.record;
    std::erase_if(record.values, [&](Figure& value) {
      if (value.field != field.name || !value.value || value.value->digits == 0) return false;
      if (proved) {
        turn_over(value);
        note(record, value, document);
        return false;
      }
      if (value.value->digits > 0) return false;
      record.others.push_back({field.korean, value.place.text, value.value, value.place});
      return true;
    });
  }
}

}  // namespace

void settle_shortages(std::vector<ReadRow>& rows, const Profile& profile, Document& document) {
  for (const ProfileField& field : profile.fields) {
    if (field.never_negative) settle(rows, profile, field, document);
  }
}

}  // namespace jangbu
