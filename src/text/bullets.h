// The signs that lines of Korean reports begin with, by kind, each kind as the letters of a class of an expression: [□■…]. Which of them is
// above which is outline_sign()'s to say; a syllable that serves as one (ㅇ) is left to those who can tell it from a letter.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

inline constexpr std::string_view kBoxes = "□■▢▣▤▥▦▧▨▩◻◼☐⬜⬛❏❐❑❒";
inline constexpr std::string_view kDiamonds = "◆◇❖◈★☆◎◊⬥⬧⧫◉✦✧❂";
inline constexpr std::string_view kCircles = "○●◦∘◯⚪❍";
inline constexpr std::string_view kArrowheads = "▶▷▸▹►▻☞❯➢➤➲";
inline constexpr std::string_view kDots = "·∙⋅•･・‧ㆍ▪▫‣⦁";

// Of all kinds but dots, which also stand between words.
inline std::string bullets() {
  std::string all;
  for (const std::string_view kind : {kBoxes, kDiamonds, kCircles, kArrowheads}) all += kind;
  return all;
}

// A class of these letters and of `more`.
inline std::string class_of(std::string_view letters, std::string_view more = {}) {
  return "[" + std::string(letters) + std::string(more) + "]";
}

}  // namespace jangbu
