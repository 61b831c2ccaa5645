// A repair rule: one kind of damage that typesetting or extraction does to a cell's text, and how to undo it.
//
// Rules run in the order of repair_rules() on row labels and headers; those that free a text from marks also run where a figure
// is all that is left then (`**1,234**`, `1,234 |`). A rule sees one text and gives another, or nothing
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
  bool frees_figures = false;  // takes away what is no part of a text at all
};

// All label rules, in order.
std::span<const RepairRule> repair_rules();

// Runs the rules over row labels and headers of every table; sets Cell::repaired and adds to document.repairs.
void repair_labels(Document& document);

// html_mark.cpp       `커뮤니티공간<br>운영지원`       → `커뮤니티공간 운영지원`
std::optional<std::string> repair_html_mark(std::string_view text);
// markup.cpp          `생 <mark>률</mark>`            → `생 률`
std::optional<std::string> repair_markup(std::string_view text);
// look_alike.cpp      `ＮＰＯ 지원（운영）`              → `NPO 지원(운영)`
std::optional<std::string> repair_look_alike(std::string_view text);
// stray_pipe.cpp      `│ 인건비`                        → `인건비`
std::optional<std::string> repair_stray_pipe(std::string_view text);
// label_wrap.cpp      `커뮤니티공간` ⏎ `운영지원`       → `커뮤니티공간 운영지원`
std::optional<std::string> repair_label_wrap(std::string_view text);
// bullet.cpp          `□ 인건비`                        → `인건비`   (row labels only)
std::optional<std::string> repair_bullet(std::string_view text);
// letter_spacing.cpp  `시 민 참 여 과`                 → `시민참여과`
std::optional<std::string> repair_letter_spacing(std::string_view text);

}  // namespace jangbu
