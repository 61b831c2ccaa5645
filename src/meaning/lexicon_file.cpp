// schemas/profiles/lexicon.json → word lists, checked. What is wrong with the file comes back as an error that names it: a file that people
// wrote may be anything. Bounded: so many words, of so many letters. Hard case: one word under two atoms, whose meaning would depend on the
// order of the lists; it is refused, but for an ending that may also stand alone (-율 and =율).
//
//   "words": {"execution": ["집행", "-집행"], "budget amount": ["예산액"]}      집행 says {execution}, 예산액 says {budget, amount}
#include <algorithm>
#include <nlohmann/json.hpp>

#include "meaning/lexicon_data.h"
#include "text/json_text.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostWords = 5'000;

// A key of the word lists may name several atoms, parted by blanks.
std::vector<std::string> atoms_of(const std::string& key) {
  std::vector<std::string> out;
  for (std::string_view atom : words_of(key)) out.emplace_back(atom);
  return out;
}

LexiconWord word_of(std::vector<std::string> atoms) {
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
  static const std::unordered_set<std::string> kPhases{"original", "supplementary", "pre_amendment", "final",
                                                       "proposed", "requested",     "revised"};
  LexiconWord word;
  if (atoms.size() == 1 && atoms.front().starts_with('@')) {
    word.dimension = atoms.front().substr(1);
    return word;
  }
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

// Thrown and caught in this file only.
struct Complaint {
  std::string text;
};

}  // namespace

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
        LexiconWord entry = word_of(atoms_of(key));
        if (word.starts_with("-")) entry.ends = true;
        if (word.starts_with("=")) entry.alone = true;
        if (entry.ends || entry.alone) word.erase(0, 1);
        std::u32string letters;
        // Words are kept as headings are read: NFKC, letters and digits only.
        for (const char32_t c : to_code_points(to_nfkc(word))) {
          if (is_letter_or_digit(c)) letters.push_back(c);
        }
        if (letters.empty() || letters.size() > kLongestLexiconWord) throw Complaint{"word \"" + word + "\" is empty or too long"};
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
    // Dimensions keep the order of the file: the first whose form matches a name has it.
    for (const Json& item : root.at("members")) {
      LexiconDimension dimension{item.at("dimension").get<std::string>(), {}};
      for (const Json& form : item.at("forms")) dimension.forms.push_back(pattern(form));
      data->dimensions.push_back(std::move(dimension));
    }
    if (const auto endings = root.find("title_endings"); endings != root.end()) {
      for (const auto& [atom, list] : endings->items()) {
        for (const Json& item : list) data->title_endings.emplace_back(item.get<std::string>(), atom);
      }
    }
    for (const Json& item : root.value("beside", Json::array())) {
      LexiconBeside rule{item.at("near").get<std::string>(), item.at("atom").get<std::string>(), item.at("becomes").get<std::string>()};
      for (const std::string* atom : {&rule.near, &rule.atom, &rule.becomes}) {
        if (!root.at("words").contains(*atom)) throw Complaint{"\"beside\" names \"" + *atom + "\", which no word says"};
      }
      data->beside.push_back(std::move(rule));
    }
    if (const auto wholes = root.find("wholes"); wholes != root.end()) {
      for (const auto& [atom, parts] : wholes->items()) data->wholes[atom] = parts.get<std::set<std::string>>();
    }
    for (const Json& item : root.value("title_results", Json::array())) data->title_results.push_back(item.get<std::string>());
    std::erase(data->title_results, "");
    for (const Json& item : root.value("title_neutral", Json::array())) data->title_neutral.push_back(item.get<std::string>());
    std::stable_sort(data->title_neutral.begin(), data->title_neutral.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::erase(data->title_neutral, "");
    // 성질별 over rows is 성질, and 팀 is 팀별. 세출(성질별): by what rows are parted is nothing that is measured.
    constexpr std::string_view kEach = "별";
    for (const Json& item : root.at("row_labels")) {
      std::string word = item.get<std::string>();
      data->row_labels.insert(word);
      if (!word.ends_with(kEach)) {
        word += kEach;
        data->row_labels.insert(word);
      } else if (code_point_count(word) > 2) {
        data->row_labels.insert(word.substr(0, word.size() - kEach.size()));
      }
      std::u32string letters = to_code_points(word);
      if (letters.size() > kLongestLexiconWord) continue;
      data->longest = std::max(data->longest, letters.size());
      data->words.emplace(std::move(letters), LexiconWord{});
    }
    for (const Json& item : root.at("project_labels")) data->project_labels.insert(item.get<std::string>());
    for (const Json& item : root.at("revenue_rows")) data->revenue_rows.push_back(pattern(item));
    // Headings over other headings: a group without parts holds anything.
    for (const Json& item : root.at("groups")) {
      LexiconGroup group;
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

}  // namespace jangbu
