// Tables whose cells do not tile their grid, and text that could not be read.
//
//   a grid of 2 x 2 with cells (0,0) 1x2 and (1,0) 1x1      one gap: (1,1)
#include "audit/audit.h"
#include "audit/message.h"
#include "text/finding_id.h"

namespace jangbu {
namespace {

// A finding of a table as a whole, or of one row; its id comes from the words, since it has no figures.
Finding about(const Document& document, const Table& table, FindingKind kind, Told message, int row) {
  Finding finding;
  finding.kind = kind;
  finding.document_id = document.id;
  finding.severity = Severity::kWarning;
  finding.table = table.id;
  finding.row = row;
  if (!table.pages.empty()) finding.page = table.pages.front();
  finding.id = finding_id(document.id + "|" + std::string(finding_kind_name(kind)) + "|" + table.id + "|" + message.en);
  tell(finding, std::move(message));
  return finding;
}

}  // namespace

// Counts how often each place of the grid is covered: 0 is a gap, more than 1 an overlap.
void check_structure(const Document& document, std::vector<Finding>& findings) {
  // What a reader met before it made the cells tile: the table as handed on shows nothing of it any more.
  for (const Diagnostic& diagnostic : document.diagnostics) {
    if (diagnostic.code != "table_structure") continue;
    Finding finding;
    finding.kind = FindingKind::kStructure;
    finding.document_id = document.id;
    finding.severity = Severity::kWarning;
    finding.page = diagnostic.page;
    finding.id = finding_id(document.id + "|structure|" + diagnostic.message);
    tell(finding, told("finding.grid_in_source", {{"why", diagnostic.message}}));
    findings.push_back(std::move(finding));
  }
  for (const Table& table : document.tables) {
    const auto columns = static_cast<std::size_t>(table.columns);
    std::vector<int> covered(static_cast<std::size_t>(table.rows) * columns, 0);
    int outside = 0;
    for (const Cell& cell : table.cells) {
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
          if (r < 0 || c < 0 || r >= table.rows || c >= table.columns) {
            ++outside;
          } else {
            ++covered[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)];
          }
        }
      }
      // U+FFFD: the source's bytes made no letter there.
      if (cell.text.find("\xEF\xBF\xBD") != std::string::npos) {
        findings.push_back(about(document, table, FindingKind::kUnreadable,
                                 told("finding.unreadable", {{"table", table.id}, {"row", cell.row}, {"column", cell.column}}), cell.row));
      }
    }
    int gaps = 0, overlaps = 0;
    for (int count : covered) {
      gaps += count == 0;
      overlaps += count > 1;
    }
    if (gaps + overlaps + outside == 0) continue;
    findings.push_back(about(document, table, FindingKind::kStructure,
                             told("finding.grid", {{"table", table.id}, {"gaps", gaps}, {"overlaps", overlaps}, {"outside", outside}}),
                             -1));
  }
}

}  // namespace jangbu
