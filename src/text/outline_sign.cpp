// Signs of an outline by a list of forms, from the highest rank down; the first that fits is the sign. Behind `-`
// another sign may stand, since converters put a list sign of their own before the report's.
// Hard cases: a minus (`-3.2%`), bold text (`**위**`), and a number that is no item (`1.5배`), which the forms exclude
// by what has to follow.
#include "text/outline_sign.h"

#include <array>
#include <optional>

#include "text/bullets.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

struct Form {
  std::string_view kind;
  int rank;
  Pattern pattern;  // group 1 the text behind
};

// Ranks leave room between them; only their order counts.
const std::array<Form, 18>& forms() {
  static const std::array<Form, 18> instance{{
      {"󰊱", kBoxedNumberRank, Pattern(R"(^[\x{F02B1}-\x{F02C4}]\s*(.+)$)")},
      {"□", kBoxSignRank, Pattern("^(?:" + class_of(kBoxes, "│┃") + R"(|__|[\x{E000}-\x{F8FF}]|[\x{F0000}-\x{FFFFD}])\s*(.+)$)")},
      {"❶", 26, Pattern(R"(^[❶-❿⓫-⓴➊-➓]\s*(.+)$)")},
      {"◆", 27, Pattern("^" + class_of(kDiamonds) + R"(\s*(.+)$)")},
      {"1.", 28, Pattern(R"(^\d{1,2}\s*[.．]\s+(\D.*)$)")},
      {"가.", 30, Pattern(R"(^[가나다라마바사아자차카타파하]\s*[.．]\s+(.+)$)")},
      {"○", kCircleSignRank, Pattern("^(?:" + class_of(kCircles, "ㅇᄋ") + R"(\s*|[oO]\s+)(.+)$)")},
      {"1)", 42, Pattern(R"(^\d{1,2}\)\s*(\D.*)$)")},
      {"가)", 44, Pattern(R"(^[가나다라마바사아자차카타파하]\)\s*(.+)$)")},
      {"①", 45, Pattern(R"(^[①-⑳㉠-㉭➀-➉]\s*(.+)$)")},
      {"(1)", 46, Pattern(R"(^\(\d{1,2}\)\s*([^\d\s].*)$)")},
      {"(가)", 47, Pattern(R"(^\([가나다라마바사아자차카타파하]\)\s*(.+)$)")},
      {"▶", 50, Pattern("^" + class_of(kArrowheads) + R"(\s*(.+)$)")},
      {"-", 60, Pattern(R"(^[-–―─－]\s*([^\d\s\-–].*|\d{1,4}[^\d,.%\s].*)$)")},
      {"·", 70, Pattern("^" + class_of(kDots) + R"(\s*(.+)$)")},
      {"▲", 72, Pattern(R"(^[▲△▴▵](?:\s+|([^\d\s]))(.+)$)")},
      {"→", 75, Pattern(R"(^[→⇒⇨➜➡➔⇛↳]\s*(.+)$)")},
      {"*", kNoteRank, Pattern(R"(^(?:※|\*{1,3}|†)\s*(.+)$)")},
  }};
  return instance;
}

constexpr std::string_view kWideBlank = "\u3000";  // two columns

// Bytes of the blank that the text begins with; 0: it begins with none.
std::size_t leading_blank(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view("\t\n\f\r ").find(text.front()) != std::string_view::npos) return 1;
  for (const std::string_view blank : {std::string_view("\u00A0"), kWideBlank}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

// The sign at the beginning of the text, without what stands in front.
std::optional<OutlineSign> read(std::string_view text) {
  for (const Form& form : forms()) {
    const auto groups = form.pattern.groups(text);
    if (groups.empty()) continue;
    // `**위** 치` is bold, not a note.
    if (form.kind == "*" && text.starts_with("**") && groups[1].find("**") != std::string_view::npos) continue;
    OutlineSign sign{form.kind, form.rank, 0, {}, groups.back()};
    if (groups.size() > 2 && !groups[1].empty()) sign.rest = {groups[1].data(), groups[1].size() + groups[2].size()};
    sign.sign = text.substr(0, static_cast<std::size_t>(sign.rest.data() - text.data()));
    while (!sign.sign.empty() && (sign.sign.back() == ' ' || sign.sign.back() == '\t')) sign.sign.remove_suffix(1);
    return sign;
  }
  return std::nullopt;
}

}  // namespace

// Blanks are counted first; a wide one is two columns.
OutlineSign outline_sign(std::string_view line) {
  int indent = 0;
  std::string_view text = line;
  while (const std::size_t blank = leading_blank(text)) {
    indent += blank == kWideBlank.size() ? 2 : 1;
    text.remove_prefix(blank);
  }
  auto sign = read(text);
  if (!sign) return {{}, kUnsignedRank, indent, {}, text};
  if (sign->kind == "-") {
    if (const auto inner = read(sign->rest); inner && inner->kind != "*" && inner->kind != "1." && inner->kind != "▲") sign = inner;
  }
  sign->indent = indent;
  return *sign;
}

}  // namespace jangbu
