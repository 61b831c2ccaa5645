// What a file's name says of its edition: `주요업무보고 (수정)`, `주요업무보고_v2`, `주요업무보고 - 복사본`.
//
// Offices send a corrected report under the name that it had before and a word or a number. Without these it is the plain name, which tells
// organization, kind and date as it did; the words tell which of two such files was meant to come later. The words are data:
// schemas/file_names.json.
#pragma once

#include <string>
#include <string_view>
#include <tuple>

namespace jangbu {

struct FileNameSays {
  std::string plain;  // the name without these words; never blank where the name is not
  bool copy = false;  // a copy: never an edition that takes another's place
  int final = 0;      // 최종: 1, 최종2 or 최최종: 2
  int revision = 0;   // 수정, v2: 1; 2차 수정, 재수정, v3: 2
  int day = 0;        // 수정 0813: 813
  int number = 0;     // (1), as browsers count what is downloaded again

  // Later editions are greater. Copies are not told from what they are copies of.
  auto order() const { return std::tie(final, revision, day, number); }
};

// `stem`: the name without folder and ending, NFC.
FileNameSays file_name_says(std::string_view stem);

// "보고/2021 업무보고 (수정).hwp" → "2021 업무보고 (수정)".
std::string stem_of_path(std::string_view path);

// Is its ending that of a format that holds no report which is read here? Ending in lower case, "xlsx"; empty: no.
std::string other_format(std::string_view path);

std::string_view file_name_words_text();  // schemas/file_names.json, as it was built in

}  // namespace jangbu
