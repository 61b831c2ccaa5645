// A repair rule: one kind of damage that typesetting or extraction does to a cell's text, and how to undo it.
//
// Rules run in the order of repair_rules() on row labels and headers. A rule sees one text and gives another, or nothing
// where there is nothing to do. What it does is logged with the rule's name, and doing it twice changes nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "jangbu/document.h"

namespace jangbu {

struct RepairRule {
  std::string_view name;
  std::optional<std::string> (*apply)(std::string_view text);
};

// All label rules, in order.
std::span<const RepairRule> repair_rules();

// Runs the rules over row labels and headers of every table; sets Cell::repaired and adds to document.repairs.
void repair_labels(Document& document);

// markup.cpp          `생 <mark>률</mark>`            → `생 률`
std::optional<std::string> repair_markup(std::string_view text);
// label_wrap.cpp      `커뮤니티공간` ⏎ `운영지원`       → `커뮤니티공간 운영지원`
std::optional<std::string> repair_label_wrap(std::string_view text);
// bullet.cpp          `□ 인건비`                        → `인건비`   (row labels only)
std::optional<std::string> repair_bullet(std::string_view text);
// letter_spacing.cpp  `시 민 참 여 과`                 → `시민참여과`
std::optional<std::string> repair_letter_spacing(std::string_view text);

}  // namespace jangbu
