// Which corrections may touch a document, told without reading it.
#include "corrections/correction_set.h"

#include <gtest/gtest.h>

#include "corrections/written.h"

namespace jangbu {
namespace {

const CorrectionSet::KnownDocument kDocument{"문서", {"r1", "r2"}, [](std::string_view word) { return word == "사민"; }};

const std::vector<std::string> kTouching{correction(of_record("r2", "payment"), "1", "2"), correction(of_cell("문서", "t001", 0, 0), "1", "2"),
                                         correction(of_term("사민"), "사민", "시민"), correction(of_metadata("문서", "title"), "1", "2")};
const std::vector<std::string> kOthers{correction(of_record("r3", "payment"), "1", "2"), correction(of_cell("다른 문서", "t001", 0, 0), "1", "2"),
                                       correction(of_term("와일정"), "와일정", "의사결정"), correction(of_metadata("다른 문서", "title"), "1", "2")};

TEST(CorrectionSet, TheFingerprintIsEmptyWhereNothingTouchesTheDocument) {
  EXPECT_EQ(CorrectionSet().fingerprint(kDocument), "");
  EXPECT_EQ(corrections(kOthers).fingerprint(kDocument), "");
}

TEST(CorrectionSet, TheFingerprintChangesWithWhatTouchesTheDocumentOnly) {
  std::set<std::string> seen{""};
  std::vector<std::string> list;
  for (const std::string& one : kTouching) {
    list.push_back(one);
    EXPECT_TRUE(seen.insert(corrections(list).fingerprint(kDocument)).second) << one;
    std::vector<std::string> more = list;
    more.insert(more.begin(), kOthers.begin(), kOthers.end());
    EXPECT_EQ(corrections(more).fingerprint(kDocument), corrections(list).fingerprint(kDocument));
  }
  list[0] = correction(of_record("r2", "payment"), "1", "3");
  EXPECT_TRUE(seen.insert(corrections(list).fingerprint(kDocument)).second);
}

TEST(CorrectionSet, TheFingerprintOfTermsStaysWhileTheyDo) {
  EXPECT_EQ(corrections({kTouching[0]}).fingerprint_of_terms(), "");
  EXPECT_EQ(corrections(kTouching).fingerprint_of_terms(), corrections({kTouching[2]}).fingerprint_of_terms());
  EXPECT_NE(corrections(kTouching).fingerprint_of_terms(), corrections({kOthers[2]}).fingerprint_of_terms());
}

TEST(CorrectionSet, ACorrectionThatIsWrittenTwiceCountsOnce) {
  EXPECT_EQ(corrections({kTouching[0], kTouching[1], kTouching[0]}).all().size(), 2u);
}

}  // namespace
}  // namespace jangbu
