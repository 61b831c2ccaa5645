// Korean particles that follow the sound of the word before them: 지출액은, 정원수는; 원으로, 률로; 2024가, 2023이.
//
//   particle("지출액", "은/는")     "은"        after a closing consonant / after a vowel
//   particle("집행률", "으로/로")   "로"        ㄹ takes 로
//   particle("a.pdf", "이/가")     "이(가)"    who knows how it is read: both
//
// Thread rule: reentrant.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

// `pair`: both forms, 은/는, 이/가, 을/를, 과/와, 으로/로, 이라는/라는. Brackets, quotes and marks behind the word are passed over.
std::string particle(std::string_view word, std::string_view pair);

std::string topic(std::string word);   // word + 은/는
std::string toward(std::string word);  // word + 으로/로

// Does a word before the last one carry 을 or 를, as the sound before it asks for? Then the line says what is done with something: 잉여금을
// 재원으로 편성. 마을 and 가을 are words that end alike.
bool names_an_object(std::string_view line);

// The same of 은, 는 or 보다 before a figure: 총규모는 9,431억원, 당초보다 3,130천원 늘어. The line states how much something is.
bool states_a_figure(std::string_view line);

}  // namespace jangbu
