// The languages in which jangbu speaks to people. What machines read (JSON, codes, files of the output) is the same in each.
#pragma once

namespace jangbu {

enum class Language { kEnglish, kKorean };

}  // namespace jangbu
