// How a run of letters is cut into words: over all cuts, the one that leaves the fewest letters over, and of those the one of the fewest
// words (집행잔액 is one word before it is 집행 and 잔액). A run that leaves any letter over is unknown as a whole: 소송가액 is not 가 and 액.
#include "meaning/lexicon.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "meaning/heading_text.h"
#include "text/json_text.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostWords = 5'000;
constexpr std::size_t kLongestWord = 24;  // code points

struct Word {
  std::vector<std::string> atoms;
  bool ends = false;   // only behind another word
  bool alone = false;  // only by itself
};

struct Dimension {
  std::string name;
  std::vector<Pattern> forms;
};

struct Group {
  std::unordered_set<std::string> heads, parts;
  bool dated = false;  // a year may stand in front of a head
};

std::vector<std::string> atoms_of(const std::string& key) {
  std::vector<std::string> out;
  for (std::string_view atom : words_of(key)) out.emplace_back(atom);
  return out;
}

// The letters outside of brackets.
std::string bare(std::string_view heading) {
  std::string out;
  for (const HeadingPiece& piece : cut_heading(heading, false).pieces) {
    if (piece.kind == HeadingPiece::Kind::kRun && !piece.bracketed) out += to_utf8(piece.run);
  }
  return out;
}

bool names_a_time(std::string_view heading) {
  const auto pieces = cut_heading(heading, false).pieces;
  return std::any_of(pieces.begin(), pieces.end(), [](const HeadingPiece& piece) { return piece.kind == HeadingPiece::Kind::kPeriod; });
}

// Thrown and caught in this file only.
struct Complaint {
  std::string text;
};

}  // namespace

struct Lexicon::Data {
  std::unordered_map<std::string, Word> words;
  std::size_t longest = 1;
  std::vector<Dimension> dimensions;
  std::unordered_set<std::string> row_labels, project_labels;
  std::vector<Pattern> revenue_rows;
  std::vector<Group> groups;

  const Word* word(const std::u32string_view text) const {
    const auto found = words.find(to_utf8(text));
    return found == words.end() ? nullptr : &found->second;
  }

  // The words of a run; nothing if a letter is left over.
  std::optional<std::vector<const Word*>> cut(const std::u32string& run) const {
    if (run.size() > kLongestHeading) return std::nullopt;
    struct Best {
      int words = std::numeric_limits<int>::max();
      std::size_t from = 0;
      const Word* word = nullptr;
    };
    std::vector<Best> best(run.size() + 1);
    best[0].words = 0;
    for (std::size_t at = 0; at < run.size(); ++at) {
      if (best[at].words == std::numeric_limits<int>::max()) continue;
      for (std::size_t length = 1; length <= std::min(longest, run.size() - at); ++length) {
        const Word* found = word(std::u32string_view(run).substr(at, length));
        if (!found || (found->ends && at == 0) || (found->alone && length != run.size())) continue;
        if (best[at].words + 1 < best[at + length].words) best[at + length] = {best[at].words + 1, at, found};
      }
    }
    if (best[run.size()].words == std::numeric_limits<int>::max()) return std::nullopt;
    std::vector<const Word*> out;
    for (std::size_t end = run.size(); end > 0; end = best[end].from) out.push_back(best[end].word);
    std::reverse(out.begin(), out.end());
    return out;
  }

  std::optional<FacetMember> member_of(const std::string& text) const {
    for (const Dimension& dimension : dimensions) {
      for (const Pattern& form : dimension.forms) {
        if (form.matches(text)) return FacetMember{dimension.name, text};
      }
    }
    return std::nullopt;
  }
};

Result<Lexicon> Lexicon::parse(std::string_view text, std::string_view name) {
  auto data = std::make_shared<Data>();
  const auto invalid = [&](const std::string& why) { return fail(ErrorCode::kProfileInvalid, "lexicon " + std::string(name) + ": " + why, "see schemas/README.md"); };
  try {
    const Json root = json_from<Json>(text);
    const auto pattern = [](const Json& item) {
      const std::string expression = item.get<std::string>();
      if (const std::string complaint = Pattern::complaint(expression); !complaint.empty()) throw Complaint{expression + ": " + complaint};
      return Pattern(expression);
    };
    std::size_t count = 0;
    for (const auto& [key, list] : root.at("words").items()) {
      for (const Json& item : list) {
        std::string word = item.get<std::string>();
        Word entry{atoms_of(key)};
        if (word.starts_with("-")) entry.ends = true;
        if (word.starts_with("=")) entry.alone = true;
        if (entry.ends || entry.alone) word.erase(0, 1);
        std::u32string letters;
        for (const char32_t c : to_code_points(to_nfkc(word))) {
          if (is_letter_or_digit(c)) letters.push_back(c);
        }
        if (letters.empty() || letters.size() > kLongestWord) throw Complaint{"word \"" + word + "\" is empty or too long"};
        if (++count > kMostWords) throw Complaint{"more than " + std::to_string(kMostWords) + " words"};
        data->longest = std::max(data->longest, letters.size());
        data->words.emplace(to_utf8(letters), std::move(entry));
      }
    }
    for (const Json& item : root.at("members")) {
      Dimension dimension{item.at("dimension").get<std::string>(), {}};
      for (const Json& form : item.at("forms")) dimension.forms.push_back(pattern(form));
      data->dimensions.push_back(std::move(dimension));
    }
    for (const Json& item : root.at("row_labels")) data->row_labels.insert(item.get<std::string>());
    for (const Json& item : root.at("project_labels")) data->project_labels.insert(item.get<std::string>());
    for (const Json& item : root.at("revenue_rows")) data->revenue_rows.push_back(pattern(item));
    for (const Json& item : root.at("groups")) {
      Group group;
      for (const Json& head : item.at("heads")) group.heads.insert(head.get<std::string>());
      for (const Json& part : item.at("parts")) group.parts.insert(part.get<std::string>());
      group.dated = item.value("dated", false);
      data->groups.push_back(std::move(group));
    }
  } catch (const Complaint& complaint) {
    return invalid(complaint.text);
  } catch (const Json::exception& error) {
    return invalid(error.what());
  }
  Lexicon lexicon;
  lexicon.data_ = std::move(data);
  return lexicon;
}

Facets Lexicon::read(std::string_view heading) const {
  Facets out;
  HeadingText text = cut_heading(heading, false);
  out.letters = std::move(text.letters);
  out.units = std::move(text.units);
  out.percent = text.percent;
  // 7급 이하, 5급/경정, 1급 (정무직): each piece a member.
  std::vector<FacetMember> members;
  bool all_members = !text.pieces.empty();
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.kind != HeadingPiece::Kind::kRun) {
      all_members = false;
      break;
    }
    const std::string run = to_utf8(piece.run);
    const auto found = data_->member_of(run);
    if (!found) {
      all_members = false;
      break;
    }
    members.push_back(*found);
  }
  for (const HeadingPiece& piece : text.pieces) {
    switch (piece.kind) {
      case HeadingPiece::Kind::kPeriod:
        out.period = piece.period;
        break;
      case HeadingPiece::Kind::kPercent:
        if (!out.has("rate") && !out.has("share")) out.atoms.insert("rate");
        out.percent = true;
        break;
      case HeadingPiece::Kind::kRun: {
        const auto words = data_->cut(piece.run);
        if (!words) {
          out.unknown.push_back(to_utf8(piece.run));
          break;
        }
        for (const Word* word : *words) {
          for (const std::string& atom : word->atoms) {
            if (atom == "against") {  // all that stands before it is what the change is measured against
              out.against = Against{out.period, out.atoms};
              out.period.reset();
              out.atoms.clear();
            } else if (atom == "last" || atom == "this" || atom == "next") {
              if (!out.period) out.period = FacetPeriod{atom == "last" ? FacetPeriod::Kind::kLast : atom == "this" ? FacetPeriod::Kind::kThis : FacetPeriod::Kind::kNext};
            } else {
              out.atoms.insert(atom);
            }
          }
        }
        break;
      }
    }
  }
  if (!out.unknown.empty() && all_members) {
    FacetMember whole = members.front();
    for (std::size_t i = 1; i < text.pieces.size(); ++i) {
      const HeadingPiece& piece = text.pieces[i];
      whole.name += piece.bracketed ? "(" + to_utf8(piece.run) + ")" : "/" + to_utf8(piece.run);
    }
    out.unknown.clear();
    out.atoms.clear();
    out.members = {std::move(whole)};
  }
  return out;
}

std::optional<std::pair<Facets, Facets>> Lexicon::read_pair(std::string_view heading) const {
  static const Pattern pair(R"(^([^(\[]+)[(\[]([^)\]]+)[)\]]\s*$)");
  const std::string folded = to_nfkc(heading);
  const auto groups = pair.groups(folded);
  if (groups.size() < 3) return std::nullopt;
  std::pair<Facets, Facets> out{read(groups[1]), read(groups[2])};
  for (const Facets* side : {&out.first, &out.second}) {
    if (!side->understood() || side->atoms.empty()) return std::nullopt;
  }
  return out;
}

Facets Lexicon::read_title(std::string_view title) const {
  Facets out;
  HeadingText text = cut_heading(title, true);
  out.letters = {};
  out.units = std::move(text.units);
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.kind == HeadingPiece::Kind::kPeriod) {
      if (!out.period) out.period = piece.period;
      continue;
    }
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    const auto words = data_->cut(piece.run);
    const std::string run = to_utf8(piece.run);
    if (!words) {
      if (run.ends_with("기금")) out.atoms.insert("fund");
      if (piece.run.front() < U'0' || piece.run.front() > U'9') out.unknown.push_back(run);  // 6조 830억원: how much, not what
      continue;
    }
    for (const Word* word : *words) {
      for (const std::string& atom : word->atoms) {
        if (atom != "against" && atom != "last" && atom != "this" && atom != "next") out.atoms.insert(atom);
      }
    }
  }
  return out;
}

std::optional<FacetMember> Lexicon::member(std::string_view heading) const {
  const Facets facets = read(heading);
  if (facets.members.size() == 1 && facets.atoms.empty() && !facets.period) return facets.members.front();
  return std::nullopt;
}

bool Lexicon::is_row_label(std::string_view heading) const { return data_->row_labels.contains(bare(heading)) && !names_a_time(heading); }

bool Lexicon::is_project_label(std::string_view heading) const { return data_->project_labels.contains(bare(heading)); }

bool Lexicon::is_revenue_row(std::string_view label) const {
  const std::string key = bare(label);
  return std::any_of(data_->revenue_rows.begin(), data_->revenue_rows.end(), [&](const Pattern& form) { return form.matches(key); });
}

bool Lexicon::is_source(std::string_view label) const {
  const Facets facets = read(label);
  return facets.understood() && facets.atoms.size() == 1 && facets.atoms.begin()->starts_with("source.") && !facets.period;
}

// One heading, not two that stand side by side: words for one thing that is measured, one phase, one time.
bool Lexicon::is_measure(std::string_view heading) const {
  static const std::set<std::string> kCores{"budget", "current_appropriation", "allotment", "commitment", "spending", "execution", "recipient_execution", "settlement", "carry_over",
                                            "lapsed", "balance", "change", "share", "authorized", "actual", "variance", "vacancy", "assessed", "collected", "uncollected", "arrears",
                                            "written_off", "on_hold", "reserve", "project_cost", "invested", "raised", "held", "size", "surplus", "returned", "projection", "income"};
  static const std::set<std::string> kPhases{"original", "supplementary", "pre_amendment", "final", "proposed", "revised"};
  static const std::set<std::set<std::string>> kPairs{{"execution", "balance"}, {"execution", "projection"}};
  const HeadingText text = cut_heading(heading, false);
  std::set<std::string> cores;
  int core_words = 0, phases = 0, periods = 0, words = 0, others = 0;
  bool amount = false, rate = false;
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.bracketed) continue;
    if (piece.kind == HeadingPiece::Kind::kPeriod) ++periods;
    if (piece.kind == HeadingPiece::Kind::kPercent) ++others;
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    const auto cut = data_->cut(piece.run);
    if (!cut) return false;
    for (const Word* word : *cut) {
      ++words;
      bool core = false;
      for (const std::string& atom : word->atoms) {
        if (kCores.contains(atom)) {
          core = true;
          cores.insert(atom);
        }
        phases += kPhases.contains(atom);
        amount = amount || atom == "amount";
        rate = rate || atom == "rate";
        others += atom == "rate" || atom == "amount" || atom.starts_with("source.") || atom == "revenue" || atom == "expenditure";
      }
      core_words += core;
    }
  }
  if (is_row_label(heading) || periods > 1 || phases > 1) return false;
  if (amount && rate) return false;  // 예상액 집행률
  if (core_words > 1 && (!kPairs.contains(cores) || core_words != static_cast<int>(cores.size()))) return false;
  if (core_words == 0 && phases == 0) return (periods == 1 && words == 0) || (others == 1 && words <= 1);
  return true;
}

bool Lexicon::is_group(std::string_view heading) const {
  const std::string key = bare(heading);
  const bool dated = read(heading).period.has_value();
  return std::any_of(data_->groups.begin(), data_->groups.end(), [&](const Group& group) { return group.heads.contains(key) && (group.dated || !dated || key.find("이월") != std::string::npos); });
}

std::optional<bool> Lexicon::may_hold(std::string_view group, std::string_view part) const {
  const std::string head = bare(group);
  const std::string below = part == "%" ? std::string("%") : bare(part);
  bool known = false;
  for (const Group& candidate : data_->groups) {
    if (!candidate.heads.contains(head)) continue;
    if (candidate.parts.empty() || candidate.parts.contains(below)) return true;
    known = true;
  }
  if (!known) return std::nullopt;
  return false;
}

}  // namespace jangbu
