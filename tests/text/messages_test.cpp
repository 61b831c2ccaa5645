#include "text/messages.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Messages, TheCatalogueIsSortedSoThatEveryCodeIsFound) {
  ASSERT_FALSE(messages().empty());
  for (const MessageText& message : messages()) EXPECT_EQ(Say{Language::kKorean}(message.code), message.korean) << message.code;
}

TEST(Messages, OneAndManyDifferInEnglish) {
  const Say english{Language::kEnglish}, korean{Language::kKorean};
  EXPECT_EQ(english("count.documents", {{"count", 1}}), "1 document");
  EXPECT_EQ(english("count.documents", {{"count", 0}}), "0 documents");
  EXPECT_EQ(korean("count.documents", {{"count", 1}}), "문서 1건");
}

TEST(Messages, WhatComesFromDocumentsIsNotLookedAtAgain) {
  EXPECT_EQ(Say{Language::kEnglish}("log.unchanged", {{"path", "{path} {count}.pdf"}}), "{path} {count}.pdf: unchanged");
}

TEST(Messages, WordsOfMachinesHaveNamesOrStayThemselves) {
  EXPECT_EQ(Say{Language::kKorean}.of("severity", "warning"), "경고");
  EXPECT_EQ(Say{Language::kKorean}.of("severity", "no such"), "no such");
}

TEST(Messages, AnErrorKeepsItsNumberAndItsNameInBothLanguages) {
  const Error error{ErrorCode::kFileEmpty, "the file has no bytes", "copy it again"};
  EXPECT_EQ(Say{Language::kEnglish}.error(error), "E104 file_empty: the file has no bytes (copy it again)");
  EXPECT_EQ(Say{Language::kKorean}.error(error), "E104 file_empty: 파일이 비어 있습니다. 다시 받거나 복사하십시오 [the file has no bytes]");
}

TEST(Messages, TheFirstOfTheEnvironmentThatSaysSomethingDecides) {
  EXPECT_EQ(language_of(nullptr, nullptr, "ko_KR.UTF-8"), Language::kKorean);
  EXPECT_EQ(language_of("", "", "ko"), Language::kKorean);
  EXPECT_EQ(language_of("C", nullptr, "ko_KR.UTF-8"), Language::kEnglish);
  EXPECT_EQ(language_of(nullptr, "ko_KR", "en_US.UTF-8"), Language::kKorean);
  EXPECT_EQ(language_of("kok_IN", nullptr, nullptr), Language::kEnglish) << "Konkani is no Korean";
  EXPECT_EQ(language_of(nullptr, nullptr, nullptr), Language::kEnglish);
}

}  // namespace
}  // namespace jangbu
