#include <array>

#include "normalize/repair_rule.h"
#include "text/figure.h"
#include "text/unicode.h"

namespace jangbu {

std::span<const RepairRule> repair_rules() {
  static constexpr std::array<RepairRule, 4> kRules{{
      {"markup", repair_markup},
      {"label_wrap", repair_label_wrap},
      {"bullet", repair_bullet},
      {"letter_spacing", repair_letter_spacing},
  }};
  return kRules;
}

void repair_labels(Document& document) {
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    for (Cell& cell : table.cells) {
      const bool header = cell.row < table.header_rows;
      if (cell.text.empty() || (!header && read_first_figure(cell.text))) continue;
      // Outside of headers only what can be a label: prose in cells keeps its lines.
      if (!header && cell.column > 1) continue;
      std::string text = cell.best_text();
      for (const RepairRule& rule : repair_rules()) {
        if (header && rule.name == "bullet") continue;
        auto repaired = rule.apply(text);
        if (!repaired) continue;
        document.repairs.push_back({std::string(rule.name), header ? "header" : "name", text, *repaired, std::to_string(t), cell.row,
                                    cell.column, 1.0});
        text = std::move(*repaired);
      }
      std::string tidy = trim(text);
      if (tidy != trim(cell.text)) cell.repaired = std::move(tidy);
    }
  }
}

}  // namespace jangbu
