// A name is taken apart from its end, mark by mark, then at its beginning, for as long as something is left:
//   2021 업무보고 (수정) (1)  →  (1), then (수정), then nothing more  →  2021 업무보고
//   [최종] 업무보고_v2         →  v2, then [최종]                     →  업무보고, revision 1, final 1
// Hard cases: 수정0312 is a day and no count; `v2` has no letter of a longer word before it (`tv2`); a name of nothing but marks keeps the
// last of them.
#include "text/file_name.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "text/json_text.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostMarks = 8;

struct Mark {
  std::string means;
  int counts = 1;
  Pattern at_end, in_brackets, at_begin;
};

// Longer words first: the expression takes the first that fits.
std::string one_of(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return std::pair(b.size(), a) < std::pair(a.size(), b); });
  std::string out;
  for (const std::string& word : words) {
    out += out.empty() ? "" : "|";
    for (const char c : word) out += c == ' ' ? std::string("\\s*") : std::string(1, c);
  }
  return out;
}

// The expressions are made of the words of schemas/file_names.json, once.
const std::vector<Mark>& marks() {
  static const std::vector<Mark> all = [] {
    std::vector<Mark> out;
    const auto json = json_from<nlohmann::json>(file_name_words_text());
    for (const auto& entry : json.at("marks")) {
      const std::string means = entry.at("means").get<std::string>(), words = one_of(entry.at("words").get<std::vector<std::string>>());
      // A version has a number, and no letter of a longer word before it.
      const std::string count = means == "version" ? R"([\s._-]?(\d{1,2})(?:\.(\d{1,2}))?)" : R"([\s._-]*(\d{0,8})())";
      const bool latin = means == "version";
      const std::string before = latin ? R"((?i)^(.*?(?:[^A-Za-z0-9]|^)))" : R"((?i)^(.*?))";
      const auto joined = [](std::initializer_list<std::string_view> pieces) {
        std::string expression;
        for (const std::string_view piece : pieces) expression += piece;
        return Pattern(expression);
      };
      out.push_back(
          {means, entry.value("counts", 1),
           joined({before, R"([\s_\-–·.,+]*[\[(（【<「]?\s*(?:(\d{1,2})차\s*)?(?:)", words, ")", count, R"(\s*[\])）】>」]?\s*$)"}),
           joined({R"((?i)^\s*[\[(（【<「]\s*(?:(\d{1,2})차\s*)?(?:)", words, ")", count, R"(\s*[\])）】>」][\s_\-–]*(.+)$)"}),
           joined({R"((?i)^\s*(?:(\d{1,2})차\s*)?(?:)", words, R"()(\d{0,2})()\s*[_\-–]+\s*(.+)$)"})});
    }
    return out;
  }();
  return all;
}

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// `before` and `after`: what counts the word, `2`차 수정 and 수정`2`; three digits and more are a day.
void add(const Mark& mark, std::string_view before, std::string_view after, std::string_view below, FileNameSays& says) {
  if (mark.means == "copy") {
    says.copy = true;
    return;
  }
  if (mark.means == "version") {
    says.revision += std::max(0, number_in(after) - 1);
    says.number = std::max(says.number, number_in(below));
    return;
  }
  int count = mark.counts;
  if (!before.empty()) count = std::max(count, number_in(before));
  if (after.size() > 2) {
    says.day = number_in(after);
  } else if (!after.empty()) {
    count = std::max(count, number_in(after));
  }
  (mark.means == "final" ? says.final : says.revision) += count;
}

std::string without_trailing_signs(std::string_view text) {
  static const Pattern signs(R"([\s_\-–·.,+]+$)");
  return signs.replaced(text, "");
}

// `(1)`, as browsers add it, is no revision, but of two downloads the later one.
bool take_number(FileNameSays& says) {
  static const Pattern numbered(R"(^(.*\S)\s*\((\d{1,2})\)\s*$)");
  const auto groups = numbered.groups(says.plain);
  if (groups.empty()) return false;
  says.number = std::max(says.number, number_in(groups[2]));
  says.plain = std::string(groups[1]);
  return true;
}

// Of several marks that fit the longest is meant: 재수정, not 수정.
bool take_mark(FileNameSays& says) {
  FileNameSays best = says;
  const auto consider = [&](const Mark& mark, std::string_view before, std::string_view after, std::string_view below, std::string left) {
    if (trim(left).empty() || left.size() >= best.plain.size()) return;
    best = says;
    best.plain = std::move(left);
    add(mark, before, after, below, best);
  };
  for (const Mark& mark : marks()) {
    if (const auto groups = mark.at_end.groups(says.plain); !groups.empty())
      consider(mark, groups[2], groups[3], groups[4], without_trailing_signs(groups[1]));
    if (const auto groups = mark.in_brackets.groups(says.plain); !groups.empty())
      consider(mark, groups[1], groups[2], groups[3], std::string(groups[4]));
    if (const auto groups = mark.at_begin.groups(says.plain); !groups.empty())
      consider(mark, groups[1], groups[2], groups[3], std::string(groups[4]));
  }
  const bool taken = best.plain.size() < says.plain.size();
  says = std::move(best);
  return taken;
}

}  // namespace

// Eight marks at most; each step makes the name shorter, and none makes it blank.
FileNameSays file_name_says(std::string_view stem) {
  FileNameSays says;
  says.plain = std::string(stem);
  for (int taken = 0; taken < kMostMarks && (take_number(says) || take_mark(says)); ++taken) {
  }
  return says;
}

// A name that begins with its only dot has no ending.
std::string stem_of_path(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  std::string name(slash == std::string_view::npos ? path : path.substr(slash + 1));
  if (const std::size_t dot = name.find_last_of('.'); dot != std::string::npos && dot > 0) name.resize(dot);
  return name;
}

// A dot in a folder's name is no ending.
std::string other_format(std::string_view path) {
  static const std::set<std::string> endings = [] {
    return json_from<nlohmann::json>(file_name_words_text()).at("other_formats").at("endings").get<std::set<std::string>>();
  }();
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  std::string ending(path.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return endings.contains(ending) ? ending : std::string();
}

}  // namespace jangbu
