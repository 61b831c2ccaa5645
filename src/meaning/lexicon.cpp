// The word lists and how headings are read with them. A run of letters is cut into words: over all cuts, the one of
// the fewest words (`집행잔액` is one word before it is `집행` and `잔액`). A run that leaves any letter over is unknown as
// a whole: `소송가액` is not `가` and `액`. Titles are read otherwise: words that no list knows are passed over, and the
// last word says what the title is of (`예산 절감` is no budget).
// Hard case: `’25년 당초 대비 증감률`. The word `대비` (atom `against`) turns all that stands before it into what the change
// is measured against.
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
  bool alone = false;  // only by itself; with `ends`, in one of the two places
  // What is_measure() asks of the atoms.
  std::vector<std::string> cores;  // what is measured
  int phases = 0;
  int others = 0;  // atoms that make a heading only where nothing else does
  bool amount = false, rate = false;

  // At this letter of a run; `whole`: the word is all of the run.
  bool may_stand(std::size_t at, bool whole) const {
    if (!ends && !alone) return true;
    return (ends && at > 0) || (alone && whole);
  }
};

// Finds words by letters that stand within a longer run.
struct LettersHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view letters) const { return std::hash<std::u32string_view>()(letters); }
};

struct Dimension {
  std::string name;
  std::vector<Pattern> forms;
};

struct Group {
  std::unordered_set<std::string> heads, parts;
  bool dated = false;  // a year may stand in front of a head
};

// A key of the word lists may name several atoms, parted by blanks.
std::vector<std::string> atoms_of(const std::string& key) {
  std::vector<std::string> out;
  for (std::string_view atom : words_of(key)) out.emplace_back(atom);
  return out;
}

Word word_of(std::vector<std::string> atoms) {
  // Atoms that say what is measured; without one, a heading is a phase, a time or a unit.
  static const std::unordered_set<std::string> kCores{"budget",
                                                      "current_appropriation",
                                                      "allotment",
                                                      "commitment",
                                                      "spending",
                                                      "used",
                                                      "execution",
                                                      "recipient_execution",
                                                      "settlement",
                                                      "carry_over",
                                                      "lapsed",
                                                      "balance",
                                                      "change",
                                                      "share",
                                                      "authorized",
                                                      "actual",
                                                      "variance",
                                                      "vacancy",
                                                      "assessed",
                                                      "collected",
                                                      "gross_collected",
                                                      "uncollected",
                                                      "arrears",
                                                      "written_off",
                                                      "on_hold",
                                                      "reserve",
                                                      "project_cost",
                                                      "invested",
                                                      "later",
                                                      "raised",
                                                      "held",
                                                      "size",
                                                      "surplus",
                                                      "returned",
                                                      "projection",
                                                      "income"};
  static const std::unordered_set<std::string> kPhases{"original", "supplementary", "pre_amendment", "final", "proposed", "revised"};
  Word word;
  word.atoms = std::move(atoms);
  for (const std::string& atom : word.atoms) {
    if (kCores.contains(atom)) word.cores.push_back(atom);
    word.phases += kPhases.contains(atom);
    word.amount = word.amount || atom == "amount";
    word.rate = word.rate || atom == "rate";
    word.others += atom == "rate" || atom == "amount" || atom.starts_with("source.") || atom == "revenue" || atom == "expenditure";
  }
  return word;
}

// The letters outside of brackets.
std::string bare(const HeadingText& heading) {
  std::string out;
  for (const HeadingPiece& piece : heading.pieces) {
    if (piece.kind == HeadingPiece::Kind::kRun && !piece.bracketed) out += to_utf8(piece.run);
  }
  return out;
}

std::string bare(std::string_view heading) { return bare(cut_heading(heading, false)); }

// `2024년 구분` is no label of rows.
bool names_a_time(const HeadingText& heading) {
  return std::any_of(heading.pieces.begin(), heading.pieces.end(),
                     [](const HeadingPiece& piece) { return piece.kind == HeadingPiece::Kind::kPeriod; });
}

// Thrown and caught in this file only.
struct Complaint {
  std::string text;
};

}  // namespace

struct Lexicon::Data {
  std::unordered_map<std::u32string, Word, LettersHash, std::equal_to<>> words;
  std::size_t longest = 1;
  std::vector<Dimension> dimensions;
  std::unordered_set<std::string> row_labels, project_labels;
  std::vector<Pattern> revenue_rows;
  std::vector<Group> groups;
  std::vector<std::pair<std::string, std::string>> title_endings;  // how a word of a title ends, and what it says then
  std::vector<std::string> title_results;  // how a word of a title ends that is of what was done: 추진실적, 주요성과
  std::vector<std::string> title_neutral;  // longest first: words behind which a title is still of what it said before them: 예산 변동 추이

  Facets facets_of(HeadingText text) const;
  Facets facets_of_words(HeadingText text) const;
  std::optional<FacetMember> members_of(const HeadingText& text) const;
  bool measures(const HeadingText& text) const;
  bool groups_others(const std::string& key, const HeadingText& text) const;

  const Word* word(const std::u32string_view text) const {
    const auto found = words.find(text);
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
    // best[at]: the fewest words that cover the first `at` letters, and the last of them.
    std::vector<Best> best(run.size() + 1);
    best[0].words = 0;
    for (std::size_t at = 0; at < run.size(); ++at) {
      if (best[at].words == std::numeric_limits<int>::max()) continue;
      for (std::size_t length = 1; length <= std::min(longest, run.size() - at); ++length) {
        const Word* found = word(std::u32string_view(run).substr(at, length));
        // `-률` may not begin a run, `=계` has to be all of it; a word of both kinds may do either.
        if (!found || !found->may_stand(at, length == run.size())) continue;
        if (best[at].words + 1 < best[at + length].words) best[at + length] = {best[at].words + 1, at, found};
      }
    }
    if (best[run.size()].words == std::numeric_limits<int>::max()) return std::nullopt;
    std::vector<const Word*> out;
    for (std::size_t end = run.size(); end > 0; end = best[end].from) out.push_back(best[end].word);
    std::reverse(out.begin(), out.end());
    return out;
  }

  // The first dimension whose forms match: their order in the profile decides.
  std::optional<FacetMember> member_of(const std::string& text) const {
    for (const Dimension& dimension : dimensions) {
      for (const Pattern& form : dimension.forms) {
        if (form.matches(text)) return FacetMember{dimension.name, text};
      }
    }
    return both_members(text);
  }

  // 교원·교육전문직원, 과장·장학관: two under one heading, of the first one's dimension. 행정·기술직: the ending is said once for both. The
  // sign between them is gone here.
  std::optional<FacetMember> both_members(const std::string& text) const {
    constexpr std::size_t kShortest = 2;
    const std::u32string letters = to_code_points(text);
    if (letters.size() > kLongestWord) return std::nullopt;
    const auto dimension_of = [&](std::u32string_view part) {
      const std::string name = to_utf8(std::u32string(part));
      return std::find_if(dimensions.begin(), dimensions.end(), [&](const Dimension& one) {
        return std::any_of(one.forms.begin(), one.forms.end(), [&](const Pattern& form) { return form.matches(name); });
      });
    };
    for (std::size_t at = kShortest; at + kShortest <= letters.size(); ++at) {
      const auto second = dimension_of(std::u32string_view(letters).substr(at));
      if (second == dimensions.end()) continue;
      const std::u32string front = letters.substr(0, at);
      const auto first = dimension_of(front);
      if (first != dimensions.end()) return FacetMember{first->name, text};
      if (dimension_of(front + letters.back()) == second) return FacetMember{second->name, text};
    }
    return std::nullopt;
  }
};

// Throws only inside: what is wrong with the file comes back as an error that names it.
Result<Lexicon> Lexicon::parse(std::string_view text, std::string_view name) {
  auto data = std::make_shared<Data>();
  const auto invalid = [&](const std::string& why) {
    return fail(ErrorCode::kProfileInvalid, "lexicon " + std::string(name) + ": " + why, "see schemas/README.md");
  };
  try {
    const Json root = json_from<Json>(text);
    const auto pattern = [](const Json& item) {
      // Patterns of a profile are checked before use: a wrong one is the profile's fault, told with its text.
      const std::string expression = item.get<std::string>();
      if (const std::string complaint = Pattern::complaint(expression); !complaint.empty()) throw Complaint{expression + ": " + complaint};
      return Pattern(expression);
    };
    std::size_t count = 0;
    for (const auto& [key, list] : root.at("words").items()) {
      for (const Json& item : list) {
        std::string word = item.get<std::string>();
        Word entry = word_of(atoms_of(key));
        if (word.starts_with("-")) entry.ends = true;
        if (word.starts_with("=")) entry.alone = true;
        if (entry.ends || entry.alone) word.erase(0, 1);
        std::u32string letters;
        // Words are kept as headings are read: NFKC, letters and digits only.
        for (const char32_t c : to_code_points(to_nfkc(word))) {
          if (is_letter_or_digit(c)) letters.push_back(c);
        }
        if (letters.empty() || letters.size() > kLongestWord) throw Complaint{"word \"" + word + "\" is empty or too long"};
        if (++count > kMostWords) throw Complaint{"more than " + std::to_string(kMostWords) + " words"};
        data->longest = std::max(data->longest, letters.size());
        const bool ends = entry.ends, alone = entry.alone;
        const auto [at, fresh] = data->words.emplace(std::move(letters), std::move(entry));
        if (!fresh && (at->second.ends || at->second.alone) && (ends || alone)) {  // -율 and =율
          at->second.ends = true;
          at->second.alone = true;
        }
        // Which of two meanings holds would depend on the order of the lists.
        if (!fresh && at->second.atoms != atoms_of(key))
          throw Complaint{"word \"" + word + "\" stands under \"" + key + "\" and under another atom"};
      }
    }
    for (const Json& item : root.at("members")) {
      Dimension dimension{item.at("dimension").get<std::string>(), {}};
      for (const Json& form : item.at("forms")) dimension.forms.push_back(pattern(form));
      data->dimensions.push_back(std::move(dimension));
    }
    if (const auto endings = root.find("title_endings"); endings != root.end()) {
      for (const auto& [atom, list] : endings->items()) {
        for (const Json& item : list) data->title_endings.emplace_back(item.get<std::string>(), atom);
      }
    }
    for (const Json& item : root.value("title_results", Json::array())) data->title_results.push_back(item.get<std::string>());
    std::erase(data->title_results, "");
    for (const Json& item : root.value("title_neutral", Json::array())) data->title_neutral.push_back(item.get<std::string>());
    std::stable_sort(data->title_neutral.begin(), data->title_neutral.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::erase(data->title_neutral, "");
    // 성질별 over rows is 성질, and 팀 is 팀별.
    constexpr std::string_view kEach = "별";
    for (const Json& item : root.at("row_labels")) {
      const std::string word = item.get<std::string>();
      data->row_labels.insert(word);
      if (!word.ends_with(kEach))
        data->row_labels.insert(word + std::string(kEach));
      else if (code_point_count(word) > 2)
        data->row_labels.insert(word.substr(0, word.size() - kEach.size()));
    }
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

// A cell's heading: all of its words have to be known.
Facets Lexicon::read(std::string_view heading) const { return data_->facets_of(cut_heading(heading, false)); }

// 7급 이하, 5급/경정, 1급 (정무직): each piece a member.
std::optional<FacetMember> Lexicon::Data::members_of(const HeadingText& text) const {
  std::optional<FacetMember> whole;
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.kind != HeadingPiece::Kind::kRun) return std::nullopt;
    const std::string run = to_utf8(piece.run);
    auto found = member_of(run);
    if (!found) return std::nullopt;
    if (!whole) {
      whole = std::move(found);
    } else {
      whole->name += piece.bracketed ? "(" + run + ")" : "/" + run;
    }
  }
  return whole;
}

// 추경예산(2차), 제2회 추경, 추경2차: which amendment of the year it is stands among the soft atoms, as `round.2`. Only where the rest says
// that it is one.
Facets Lexicon::Data::facets_of(HeadingText text) const {
  static const Pattern round(R"(제?([1-9])(?:차|회))");
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    if (text.pieces[i].kind != HeadingPiece::Kind::kRun) continue;
    std::string run = to_utf8(text.pieces[i].run);
    const auto found = round.groups(run);
    if (found.empty()) continue;
    const std::string number(found[1]);
    run.erase(static_cast<std::size_t>(found[0].data() - run.data()), found[0].size());
    HeadingText rest = text;
    rest.pieces[i].run = to_code_points(run);
    if (rest.pieces[i].run.empty()) rest.pieces.erase(rest.pieces.begin() + static_cast<std::ptrdiff_t>(i));
    Facets out = facets_of_words(std::move(rest));
    if (!out.understood() || !out.has("supplementary")) break;
    out.soft.insert("round." + number);
    return out;
  }
  return facets_of_words(std::move(text));
}

// Pieces in order, since `against` speaks of what stands before it.
Facets Lexicon::Data::facets_of_words(HeadingText text) const {
  Facets out;
  out.letters = std::move(text.letters);
  out.units = std::move(text.units);
  out.percent = text.percent;
  bool inside = false;  // of brackets, which come last
  Facets outside;       // what stands before them
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.bracketed && !inside) outside = out;
    inside = inside || piece.bracketed;
    switch (piece.kind) {
      case HeadingPiece::Kind::kPeriod: out.period = piece.period; break;
      // `%` alone says that it is a rate; beside a word for one it adds nothing.
      case HeadingPiece::Kind::kPercent:
        if (!out.has("rate") && !out.has("share")) out.atoms.insert("rate");
        out.percent = true;
        break;
      case HeadingPiece::Kind::kRun: {
        const auto found = cut(piece.run);
        if (!found) {
          out.unknown.push_back(to_utf8(piece.run));
          break;
        }
        // 집행률(지출/현액): what a rate is of; what it is measured by is the profile's, if it is one of these.
        if (piece.divisor && out.has("rate")) {
          const auto is_base = [](const Word* word) {
            return std::any_of(word->atoms.begin(), word->atoms.end(), [](const std::string& atom) {
              return atom == "current_appropriation" || atom == "budget" || atom == "assessed";
            });
          };
          if (std::none_of(found->begin(), found->end(), is_base)) out.unknown.push_back(to_utf8(piece.run));
          break;
        }
        for (const Word* word : *found) {
          for (const std::string& atom : word->atoms) {
            if (atom == "against") {  // all that stands before it is what the change is measured against
              Against against{out.period, out.atoms};
              if (inside) {  // 증감(당초대비): of what the brackets hold
                if (against.period == outside.period) against.period.reset();
                for (const std::string& before : outside.atoms) against.atoms.erase(before);
              }
              out.against = std::move(against);
              out.period = inside ? outside.period : std::nullopt;
              out.atoms = inside ? outside.atoms : std::set<std::string>();
            } else if (atom == "last" || atom == "this" || atom == "next") {
              if (!out.period)
                out.period = FacetPeriod{atom == "last"   ? FacetPeriod::Kind::kLast
                                         : atom == "this" ? FacetPeriod::Kind::kThis
                                                          : FacetPeriod::Kind::kNext};
            } else if (atom.starts_with('~')) {
              out.soft.insert(atom.substr(1));
            } else {
              out.atoms.insert(atom);
            }
          }
        }
        break;
      }
    }
  }
  // Only a heading that no word explains is asked whether it names a member (`7급 이하`): members are patterns and match
  // widely.
  if (out.unknown.empty()) return out;
  if (auto whole = members_of(text)) {
    out.unknown.clear();
    out.atoms.clear();
    out.members = {std::move(*whole)};
  }
  return out;
}

// `예산액(구성비)` names two measures; `예산액(천원)` names one, since a unit says nothing of its own.
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

// `said`: something that is measured has been named; `other_head`: a word that no list knows stands behind it.
Facets Lexicon::read_title(std::string_view title) const {
  Facets out;
  HeadingText text = cut_heading(title, true);
  out.letters = {};
  out.units = std::move(text.units);
  bool said = false, other_head = false, several_times = false;
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    HeadingPiece& piece = text.pieces[i];
    if (piece.kind == HeadingPiece::Kind::kPeriod) {
      several_times = several_times || (out.period && out.period != piece.period);
      if (!out.period) out.period = piece.period;
      continue;
    }
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    // Blanks are put as one likes: 재정 규모 is the word 재정규모.
    if (i + 1 < text.pieces.size() && !data_->cut(piece.run)) {
      HeadingPiece& next = text.pieces[i + 1];
      const bool beside = next.kind == HeadingPiece::Kind::kRun && next.bracketed == piece.bracketed;
      if (beside && data_->word(piece.run + next.run)) {
        piece.run += next.run;
        next.run.clear();
      }
    }
    if (piece.run.empty()) continue;
    const std::string run = to_utf8(piece.run);
    for (const std::string& ending : data_->title_results) {
      if (run.ends_with(ending)) out.soft.insert("done");
    }
    std::string_view rest = run;
    auto words = data_->cut(piece.run);
    while (!words && !rest.empty()) {  // 집행결과, 변동추이
      const auto neutral = std::find_if(data_->title_neutral.begin(), data_->title_neutral.end(),
                                        [&](const std::string& word) { return rest.ends_with(word); });
      if (neutral == data_->title_neutral.end()) break;
      rest.remove_suffix(neutral->size());
      words = data_->cut(to_code_points(rest));
    }
    if (!words) {
      for (const auto& [ending, atom] : data_->title_endings) {
        if (run.ends_with(ending)) out.atoms.insert(atom);
      }
      if (piece.run.front() < U'0' || piece.run.front() > U'9') {  // 6조 830억원: how much, not what
        out.unknown.push_back(run);
        other_head = other_head || (said && !piece.bracketed);
      }
      continue;
    }
    // The last word is what a Korean title is of: 예산 절감 is no budget, 절감 예산 is one.
    const auto says_what = [](const Word* word) {
      return !word->cores.empty() || std::any_of(word->atoms.begin(), word->atoms.end(),
                                                 [](const std::string& atom) { return atom == "revenue" || atom == "expenditure"; });
    };
    if (std::any_of(words->begin(), words->end(), says_what)) {
      said = said || !piece.bracketed;
      if (!piece.bracketed) other_head = false;
    }
    for (const Word* word : *words) {
      for (const std::string& atom : word->atoms) {
        if (atom != "against" && atom != "last" && atom != "this" && atom != "next" && !atom.starts_with('~')) out.atoms.insert(atom);
      }
    }
  }
  if (several_times) out.soft.erase("done");  // 2024년 실적 및 2025년 계획: of neither
  if (other_head) out.atoms.insert("other_head");
  return out;
}

// The heading as a whole, and nothing beside it.
std::optional<FacetMember> Lexicon::member(std::string_view heading) const {
  const Facets facets = read(heading);
  if (facets.members.size() == 1 && facets.atoms.empty() && !facets.period) return facets.members.front();
  return std::nullopt;
}

std::optional<std::string> Lexicon::other_dimension(std::string_view member) const {
  bool first = true;
  for (const Dimension& dimension : data_->dimensions) {
    if (std::none_of(dimension.forms.begin(), dimension.forms.end(), [&](const Pattern& form) { return form.matches(member); })) continue;
    if (!first) return dimension.name;
    first = false;
  }
  return std::nullopt;
}

// A word for what rows are: 구분, 사업명.
bool Lexicon::is_row_label(std::string_view heading) const {
  const HeadingText text = cut_heading(heading, false);
  return data_->row_labels.contains(bare(text)) && !names_a_time(text);
}

bool Lexicon::is_project_label(std::string_view heading) const { return data_->project_labels.contains(bare(heading)); }

// By patterns, since names of taxes and fees are many and end alike.
bool Lexicon::is_revenue_row(std::string_view label) const {
  const std::string key = bare(label);
  return std::any_of(data_->revenue_rows.begin(), data_->revenue_rows.end(), [&](const Pattern& form) { return form.matches(key); });
}

// One word for a source of money, without a year.
std::string Lexicon::source_of(std::string_view label) const {
  const Facets facets = read(label);
  if (!facets.understood() || facets.period) return {};
  std::string source;
  for (const std::string& atom : facets.atoms) {
    if (atom == "rate") continue;  // 국비(50%)
    if (!atom.starts_with("source.") || !source.empty()) return {};
    source = atom;
  }
  return source;
}

bool Lexicon::is_source(std::string_view label) const { return !source_of(label).empty(); }

// One heading, not two that stand side by side: words for one thing that is measured, one phase, one time.
bool Lexicon::Data::measures(const HeadingText& text) const {
  static const std::set<std::set<std::string_view>> kPairs{{"execution", "balance"}, {"execution", "projection"}};
  std::set<std::string_view> cores;
  int core_words = 0, phases = 0, periods = 0, word_count = 0, others = 0;
  bool amount = false, rate = false;
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.bracketed) continue;
    if (piece.kind == HeadingPiece::Kind::kPeriod) ++periods;
    if (piece.kind == HeadingPiece::Kind::kPercent) ++others;
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    const auto found = cut(piece.run);
    if (!found) return false;
    for (const Word* word : *found) {
      ++word_count;
      core_words += !word->cores.empty();
      cores.insert(word->cores.begin(), word->cores.end());
      phases += word->phases;
      others += word->others;
      amount = amount || word->amount;
      rate = rate || word->rate;
    }
  }
  if (periods > 1 || phases > 1) return false;
  if (amount && rate) return false;  // 예상액 집행률
  if (core_words > 1 && (!kPairs.contains(cores) || core_words != static_cast<int>(cores.size()))) return false;
  if (core_words == 0 && phases == 0) return (periods == 1 && word_count == 0) || (others == 1 && word_count <= 1);
  return true;
}

// A head that is dated, as `’24년 예산`, is a measure of its own unless the group says that its heads may be.
bool Lexicon::Data::groups_others(const std::string& key, const HeadingText& text) const {
  std::optional<bool> dated;  // asked of few
  return std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
    if (!group.heads.contains(key)) return false;
    if (group.dated || key.find("이월") != std::string::npos) return true;
    if (!dated) dated = facets_of(text).period.has_value();
    return !*dated;
  });
}

// Cut once for all questions: a header asks them of every run of its words.
HeadingUse Lexicon::use_of(std::string_view heading) const {
  const HeadingText text = cut_heading(heading, false);
  HeadingUse use;
  use.bare = heading == "%" ? std::string(heading) : bare(text);
  use.row_label = data_->row_labels.contains(use.bare) && !names_a_time(text);
  use.measure = !use.row_label && data_->measures(text);
  use.group = data_->groups_others(use.bare, text);
  return use;
}

bool Lexicon::is_measure(std::string_view heading) const { return use_of(heading).measure; }

// A group without a list of parts holds anything.
std::optional<bool> Lexicon::may_hold(const HeadingUse& group, const HeadingUse& part) const {
  bool known = false;
  for (const Group& candidate : data_->groups) {
    if (!candidate.heads.contains(group.bare)) continue;
    if (candidate.parts.empty() || candidate.parts.contains(part.bare)) return true;
    known = true;
  }
  if (!known) return std::nullopt;
  return false;
}

}  // namespace jangbu
