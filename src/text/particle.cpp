// The last letter or digit of a word decides. Hangul syllables are ordered by their final consonant within each block of 28 (Unicode,
// 3.12). A digit is read by its Sino-Korean name, and so are the tens, hundreds, thousands and myriads that zeros stand for, which all
// close with a consonant other than ㄹ. % is read 퍼센트. How a foreign letter is read depends on its word, so both forms are written.
#include "text/particle.h"

#include <array>
#include <vector>

#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

enum class Ending { kVowel, kRieul, kConsonant, kUnknown };

Ending ending_of(std::string_view word) {
  constexpr char32_t kFirstSyllable = 0xAC00, kFinals = 28, kRieul = 8;
  constexpr std::array kDigits{
      Ending::kConsonant, Ending::kRieul,     Ending::kVowel, Ending::kConsonant, Ending::kVowel,   // 영 일 이 삼 사
      Ending::kVowel,     Ending::kConsonant, Ending::kRieul, Ending::kRieul,     Ending::kVowel};  // 오 육 칠 팔 구
  const std::u32string points = to_code_points(word);
  for (auto c = points.rbegin(); c != points.rend(); ++c) {
    if (is_hangul_syllable(*c)) {
      const char32_t final_consonant = (*c - kFirstSyllable) % kFinals;
      return final_consonant == 0 ? Ending::kVowel : final_consonant == kRieul ? Ending::kRieul : Ending::kConsonant;
    }
    if (*c == U'%') return Ending::kVowel;
    if (*c >= U'0' && *c <= U'9') return kDigits[*c - U'0'];
    if (is_letter_or_digit(*c)) break;
  }
  return Ending::kUnknown;
}

// Does the word end in the one of a pair of particles that its sound asks for? 마을 and 가는 do not.
bool carries(std::string_view word, std::string_view pair) {
  const std::size_t slash = pair.find('/');
  for (const std::string_view form : {pair.substr(0, slash), pair.substr(slash + 1)}) {
    if (!word.ends_with(form)) continue;
    const std::string_view stem = word.substr(0, word.size() - form.size());
    const std::u32string letters = to_code_points(stem);
    if (!letters.empty() && is_hangul_syllable(letters.back()) && particle(stem, pair) == form) return true;
  }
  return false;
}

}  // namespace

std::string particle(std::string_view word, std::string_view pair) {
  const std::size_t slash = pair.find('/');
  if (slash == std::string_view::npos) return std::string(pair);
  const std::string closed(pair.substr(0, slash)), open(pair.substr(slash + 1));
  switch (ending_of(word)) {
    case Ending::kVowel: return open;
    case Ending::kRieul: return open == "로" ? open : closed;
    case Ending::kConsonant: return closed;
    default: break;
  }
  // 으로/로: (으)로; 과/와, which people write the other way round: 와(과); 은/는: 은(는).
  if (closed.ends_with(open)) return "(" + closed.substr(0, closed.size() - open.size()) + ")" + open;
  return closed == "과" ? open + "(" + closed + ")" : closed + "(" + open + ")";
}

bool names_an_object(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (carries(words[i], "을/를")) return true;
  }
  return false;
}

bool states_a_figure(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool figure = words[i + 1].front() >= '0' && words[i + 1].front() <= '9';
    if (figure && (carries(words[i], "은/는") || words[i].ends_with("보다"))) return true;
  }
  return false;
}

std::string topic(std::string word) { return word + particle(word, "은/는"); }
std::string toward(std::string word) { return word + particle(word, "으로/로"); }

}  // namespace jangbu
