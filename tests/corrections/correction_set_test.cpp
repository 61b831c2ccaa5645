// Which corrections may touch a document, told without reading it.
#include "corrections/correction_set.h"

#include <gtest/gtest.h>

#include "corrections/written.h"

namespace jangbu {
namespace {

const CorrectionSet::Touchable kDocument{"문서", {"r1"}, {"r2"}, [](std::string_view word) { return word == "사민"; }};

std::string stamp(const std::vector<std::string>& list, std::string_view last = {}) { return corrections(list).stamp(kDocument, last); }

const std::vector<std::string> kTouching{correction(of_record("r2", "payment"), "1", "2"),
                                         correction(of_cell("문서", "t001", 0, 0), "1", "2"), correction(of_term("사민"), "사민", "시민"),
                                         correction(of_metadata("문서", "title"), "1", "2")};
const std::vector<std::string> kOthers{
    correction(of_record("r3", "payment"), "1", "2"), correction(of_cell("다른 문서", "t001", 0, 0), "1", "2"),
    correction(of_term("와일정"), "와일정", "의사결정"), correction(of_metadata("다른 문서", "title"), "1", "2")};

TEST(CorrectionSet, CorrectionsOfOtherDocumentsLeaveTheStampAlike) {
  EXPECT_EQ(CorrectionSet().stamp(kDocument), "");
  EXPECT_TRUE(touched_alike(stamp(kOthers), ""));
  EXPECT_TRUE(touched_alike(stamp(kOthers), stamp({kOthers[0]})));
  EXPECT_FALSE(touched_alike(stamp({kTouching[0]}), ""));
}

TEST(CorrectionSet, TheStampChangesWithWhatTouchesTheDocument) {
  std::vector<std::string> list;
  std::vector<std::string> seen{stamp(kOthers)};
  const auto is_new = [&](const std::string& one) {
    const bool alike = std::any_of(seen.begin(), seen.end(), [&](const std::string& other) { return touched_alike(one, other); });
    seen.push_back(one);
    return !alike;
  };
  for (const std::string& one : kTouching) {
    list.push_back(one);
    EXPECT_TRUE(is_new(stamp(list))) << one;
    std::vector<std::string> more = list;
    more.insert(more.begin(), kOthers.begin(), kOthers.end());
    EXPECT_TRUE(touched_alike(stamp(more), stamp(list)));
  }
  list[0] = correction(of_record("r2", "payment"), "1", "3");
  EXPECT_TRUE(is_new(stamp(list)));
}

TEST(CorrectionSet, AStampRemembersWhatCorrectionsHid) {
  EXPECT_EQ(hidden_ids_in(stamp(kTouching)), std::vector<std::string>{"r2"});
  EXPECT_EQ(hidden_ids_in(""), std::vector<std::string>{});
  EXPECT_TRUE(is_touched(stamp(kTouching)));
  EXPECT_FALSE(is_touched(stamp(kOthers)));
  EXPECT_FALSE(is_touched(""));
}

TEST(CorrectionSet, WordsAreAskedForOnlyWhereTheTermsChanged) {
  int asked = 0;
  const CorrectionSet::Touchable document{"문서", {}, {}, [&](std::string_view) { return ++asked > 0; }};
  const std::string first = corrections(kTouching).stamp(document);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(corrections(kTouching).stamp(document, first), first);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(touched_alike(corrections(kOthers).stamp(document, first), first));
  EXPECT_EQ(asked, 2);
}

TEST(CorrectionSet, ACorrectionThatIsWrittenTwiceCountsOnce) {
  EXPECT_EQ(corrections({kTouching[0], kTouching[1], kTouching[0]}).all().size(), 2u);
}

}  // namespace
}  // namespace jangbu
