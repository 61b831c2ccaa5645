// Which field does each column of a table hold?
//
// First by the header: the leaf and what stands above it, weighed against whether the column prints per cents. Columns
// whose header is damaged or missing are then proved by the table's own arithmetic (change = budget − prior …), and last by
// the usual order of columns, if the identities do not speak against it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/grid_view.h"
#include "records/header_meaning.h"
#include "records/printed_columns.h"
#include "records/profile.h"

namespace jangbu {

enum class Proof { kHeader, kIdentity, kLayout };

struct Column {
  int index = 0;                    // of the GridView
  std::vector<HeaderCell> path;
  const ProfileField* field = nullptr;  // nullptr: none of the profile's fields
  Proof proof = Proof::kHeader;
  // Where the column holds a part of the field, not the field itself: "직급별", "4급" (column_members.h).
  std::string dimension = {}, member = {};
};

struct ColumnReading {
  std::vector<Column> columns;  // all columns behind the labels, where the profile fits
  double score = 0;             // how well it fits; 0 or less: not at all
};

struct TableContext {
  std::optional<int> year;          // the fiscal year that tells this year's column from last year's
  std::vector<std::string> titles;  // caption and innermost headings, as label_key()
  std::vector<bool> hidden = {};    // by column of the view: belongs to another year; empty: none
};

// `meanings`: of the profile, in the year of the context.
ColumnReading read_columns(PrintedColumns& printed, const Profile& profile, const TableContext& context, HeaderMeanings& meanings);

}  // namespace jangbu
