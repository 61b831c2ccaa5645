#include "extractors/pdf/page_content.h"

#include <gtest/gtest.h>

#include <string>

namespace jangbu {
namespace {

std::string slim(const std::string& content) {
  std::string text = slim_content(content).text;
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

TEST(PageContent, LooksOfStrokesGo) {
  EXPECT_EQ(slim("0.5 G 0 0 1 RG 1 0 0 0 K [3 1] 0 d [] 0 d 1 J 1 j 10 M 1 i\n5 w 0 0 m 9 0 l S"), "5 w 0 0 m 9 0 l S");
}

TEST(PageContent, DashesAreStrokedTogether) {
  EXPECT_EQ(slim("0 G 2 w 0 0 m 9 0 l S\n0 G 2 w 11 0 m 20 0 l S\n0 G 2 w 22 0 m 31 0 l S\n4 w 0 5 m 9 5 l S"),
            "2 w 0 0 m 9 0 l 11 0 m 20 0 l 22 0 m 31 0 l S 4 w 0 5 m 9 5 l S");
}

TEST(PageContent, DashesOfOneLineAreDrawnAsOneAfterTheFirstThree) {
  const auto dashes = [](const std::string& before, double step, int count) {
    std::string content = before;
    for (int i = 0; i < count; ++i) {
      content += " 0 G 1 w " + std::to_string(100 + i * step) + " 50.0 m " + std::to_string(100 + i * step + 1) + " 50.0 l S";
    }
    return slim(content);
  };
  EXPECT_EQ(dashes("", 2, 9), "1 w 100. 50. m 101. 50. l 102. 50. m 103. 50. l 104. 50. m 117. 50. l S");
  EXPECT_EQ(dashes("", -2, 5),
            "1 w 100. 50. m 101. 50. l 98. 50. m 99. 50. l 96. 50. m 97. 50. l 94. 50. m 95. 50. l 92. 50. m 93. 50. l S")
      << "they run to and fro";
  EXPECT_EQ(dashes("", 3, 4), "1 w 100. 50. m 101. 50. l 103. 50. m 104. 50. l 106. 50. m 107. 50. l 109. 50. m 110. 50. l S")
      << "gaps that are seen";
  EXPECT_EQ(dashes("9 0 0 9 0 0 cm", 2, 4),
            "9 0 0 9 0 0 cm 1 w 100. 50. m 101. 50. l 102. 50. m 103. 50. l 104. 50. m 105. 50. l 106. 50. m 107. 50. l S")
      << "enlarged";
  EXPECT_EQ(dashes("q 9 0 0 9 0 0 cm", 2, 4),
            "q 9 0 0 9 0 0 cm 1 w 100. 50. m 101. 50. l 102. 50. m 103. 50. l 104. 50. m 105. 50. l 106. 50. m 107. 50. l S")
      << "enlarged in a saved state";
  EXPECT_EQ(dashes("q 9 0 0 9 0 0 cm q 0 0 9 9 re W n Q 0 0 9 9 re f Q", 2, 4),
            "q 9 0 0 9 0 0 cm 0 0 9 9 re f Q 1 w 100. 50. m 101. 50. l 102. 50. m 103. 50. l 104. 50. m 107. 50. l S")
      << "no more";
  EXPECT_EQ(dashes("q 9 0 0 9 0 0 cm 0 0 9 9 re f Q", 2, 5),
            "q 9 0 0 9 0 0 cm 0 0 9 9 re f Q 1 w 100. 50. m 101. 50. l 102. 50. m 103. 50. l 104. 50. m 109. 50. l S");
}

TEST(PageContent, WhatIsNoDashIsNotJoined) {
  for (const std::string other :
       {"8 1 m 9 1 l f", "8 1 m 9 2 l S", "8 2 m 9 2 l S", "8 1 m 9 1 l 9 5 l S", "8 1 m 9 1 l h S", "8 1 1 0 re S", "8 1 m 30 1 l S"}) {
    EXPECT_EQ(slim("0 1 m 1 1 l S 2 1 m 3 1 l S 4 1 m 5 1 l S " + other),
              "0 1 m 1 1 l 2 1 m 3 1 l 4 1 m 5 1 l " + std::string(other.ends_with("f") ? "S " : "") + other);
  }
}

TEST(PageContent, WhatEndsAPathOtherwiseKeepsItsStrokesApart) {
  EXPECT_EQ(slim("0 0 m 9 0 l S 0 0 9 9 re f"), "0 0 m 9 0 l S 0 0 9 9 re f");
  EXPECT_EQ(slim("0 0 m 9 0 l W S 0 0 m 9 9 l S"), "0 0 m 9 0 l W S 0 0 m 9 9 l S");
  EXPECT_EQ(slim("0 0 m 9 0 l S 5 5 l S"), "0 0 m 9 0 l S 5 5 l S") << "the second path has no beginning";
  EXPECT_EQ(slim("0 0 m 9 0 l S 5 m 5 5 l S"), "0 0 m 9 0 l S 5 m 5 5 l S");
  EXPECT_EQ(slim("0 0 m 9 0 l S q 0 0 m 9 9 l S Q"), "0 0 m 9 0 l S q 0 0 m 9 9 l S Q");
}

TEST(PageContent, PatternsOfStrokesStay) {
  EXPECT_EQ(slim("0 G /Pattern CS /P1 SCN 0 0 m 9 0 l S 0 G"), "/Pattern CS/P1 SCN 0 0 m 9 0 l S 0 G");
}

TEST(PageContent, WidthsInForceAreNotSetAgain) {
  EXPECT_EQ(slim("2 w 2 w 0 0 m 9 0 l S q 2 w 3 w Q 3 w /G0 gs 3 w"), "2 w 0 0 m 9 0 l S q 3 w Q 3 w/G0 gs 3 w");
}

TEST(PageContent, WordsWithTheSameMatrixShareASavedState) {
  EXPECT_EQ(slim("q\n.12 0 0 -.12 0 841 cm\n0 G\n0 g\nBT\n/F1 83.000 Tf\n1 0 0 -1 10 20 Tm\n[<0004>]TJ\nET\nQ\n"
                 "q\n.12 0 0 -.12 0 841 cm\n0 G\n0 g\nBT\n/F1 83.000 Tf\n1 0 0 -1 30 20 Tm\n[<0005>]TJ\nET\nQ\n"
                 "q\n.12 0 0 -.12 0 841 cm\n1 g\nBT\n/F2 83.000 Tf\n1 0 0 -1 50 20 Tm\n(a)Tj\nET\nQ\n"),
            "q .12 0 0 -.12 0 841 cm 0 g BT/F1 83. Tf 1 0 0 -1 10 20 Tm[<0004>]TJ ET BT 1 0 0 -1 30 20 Tm[<0005>]TJ ET "
            "1 g BT/F2 83. Tf 1 0 0 -1 50 20 Tm(a)Tj ET Q");
}

TEST(PageContent, SavedStatesStayWhereSomethingOfTheLastWouldShow) {
  const auto kept = [](const std::string& first, const std::string& second) {
    const std::string content = "q 1 0 0 1 0 0 cm " + first + " Q q 1 0 0 1 0 0 cm " + second + " Q";
    return slim(content) == content;
  };
  EXPECT_FALSE(kept("0 g BT/F1 9 Tf(a)Tj ET", "0 g BT/F1 9 Tf(b)Tj ET"));
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET", "BT/F1 9 Tf(b)Tj ET")) << "its colour is the one from before";
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET", "0 g BT(b)Tj ET")) << "its font";
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET", "0 g/F1 9 Tf(b)Tj")) << "where its text stands";
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf 2 Tr(a)Tj ET", "0 g BT/F1 9 Tf(b)Tj ET")) << "whether it is seen";
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf 7 Tr(a)Tj ET", "0 g BT/F1 9 Tf 7 Tr(b)Tj ET")) << "text that clips";
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET/X1 Do", "0 g BT/F1 9 Tf(b)Tj ET"));
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET", "0 g BT/F1 9 Tf(b)Tj ET/X1 Do"));
  EXPECT_TRUE(kept("0 g BT/F1 9 Tf(a)Tj ET", "0 g BT/F1 9 Tf(b)' ET"));
  EXPECT_EQ(slim("q 1 0 0 1 0 0 cm BT(a)Tj ET Q q 2 0 0 1 0 0 cm BT(b)Tj ET Q"),
            "q 1 0 0 1 0 0 cm BT(a)Tj ET Q q 2 0 0 1 0 0 cm BT(b)Tj ET Q");
  EXPECT_EQ(slim("q 1 0 0 1 0 0 cm BT(a)Tj ET Q BT(b)Tj ET"), "q 1 0 0 1 0 0 cm BT(a)Tj ET Q BT(b)Tj ET");
}

TEST(PageContent, SavedStatesThatPaintNothingGo) {
  EXPECT_EQ(slim("q 0 0 9 9 re W n Q 0 0 m 9 9 l S q Q"), "0 0 m 9 9 l S");
  for (const std::string kept : {"q 0 0 9 9 re W Q", "q 0 0 9 9 re f Q", "0 0 m q n Q f", "q/P BMC Q EMC", "q l Q", "q/X0 Do Q",
                                 "q 0 0 9 9 re W n", "0 0 9 9 re W q n Q"}) {
    EXPECT_EQ(slim(kept), kept);
  }
}

TEST(PageContent, NumbersAreCutButNeverTurnIntoOthers) {
  EXPECT_EQ(slim("1.500 -0.250 .0 0.000 -.0 100.000 x"), "1.5 -0.25 .0 0. -.0 100. x");
  EXPECT_EQ(slim("10 100 5. x"), "10 100 5. x");
}

TEST(PageContent, WhatIsNoOperandIsLeftAlone) {
  for (const std::string content : {"0 0 G", "G", "/N G", "0 0 RG", "(a)J", "[(a)]0 d", "[1[2]]0 d", "[1 2 d", "1]0 d", "1..2 G", "--1 G",
                                    "5-3 J", "true G", "x 0G", "<</A 1>>J", "1e5 w", "/ g", "/ 5 x"}) {
    EXPECT_EQ(slim(content), content);
  }
}

TEST(PageContent, FromAnInlineImageOrDamageOnAllStays) {
  for (const std::string rest :
       {"q 5  w BI /W 1 ID \x01 G 0 G EI  0 G", "(never ends 0 G 0 G  0 G", "<0 G  (a) 0 G", "{ 0  G }", "0 0  ) 0 G"}) {
    EXPECT_EQ(slim("0 G 3 w " + rest), "3 w " + (rest.front() == 'q' ? "q 5 w" + rest.substr(6) : rest));
  }
}

TEST(PageContent, StringsMayHoldAnything) {
  EXPECT_EQ(slim(R"((a\) 0 G (b) % c) Tj % 0 g
  /N#20a (\\) Tj)"),
            R"((a\) 0 G (b) % c)Tj/N#20a(\\)Tj)");
}

TEST(PageContent, AStrokeThatComesFirstStaysAWordOfItsOwn) {
  EXPECT_EQ(slim("S 0.003 0 0 -0.003 0 0 cm"), "S 0.003 0 0 -0.003 0 0 cm");
  EXPECT_EQ(slim("0 G S 2 w"), "S 2 w");
  EXPECT_EQ(slim("S 0 0 m 9 0 l S"), "0 0 m 9 0 l S") << "it strokes nothing";
  EXPECT_EQ(slim("S"), "S");
}

TEST(PageContent, NoStringRunsOverASeam) {
  const auto slimmed = [](const std::string& text, std::vector<std::size_t> seams) {
    return slim_content(JoinedContent{text, std::move(seams)});
  };
  EXPECT_FALSE(slimmed("q Q 0 g", {3}).cut);
  EXPECT_FALSE(slimmed("(a) Tj (b) Tj", {6}).cut);
  EXPECT_TRUE(slimmed("(a b) Tj", {2}).cut);
  EXPECT_TRUE(slimmed("<61 62> Tj", {3}).cut);
  EXPECT_TRUE(slimmed("BI /W 1 ID x EI Q", {7}).cut);
  EXPECT_FALSE(slimmed("q Q BI /W 1 ID x EI Q", {1}).cut) << "the image stands in one stream";
}

TEST(PageContent, CompleteIsWhatEndsAllThatItBegins) {
  EXPECT_TRUE(slim_content("").complete);
  EXPECT_TRUE(slim_content("/P BMC 0 0 9 9 re W n EMC q").complete);
  EXPECT_FALSE(slim_content("/P BMC").complete);
  EXPECT_FALSE(slim_content("0 0 9 9 re W").complete);
  EXPECT_FALSE(slim_content("0 0").complete);
  EXPECT_FALSE(slim_content("BI ID EI").complete);
  EXPECT_FALSE(slim_content("q 1 0 0 1 0 0 cm Q q 1 0 0 1 0 0 cm /P BMC Q x").complete) << "counted once, though read twice";
}

TEST(PageContent, TwiceIsOnce) {
  const std::string once = slim("q 1 0 0 1 0 0 cm 0 g BT (a) Tj ET Q q 1 0 0 1 0 0 cm 1 g BT (b) Tj ET Q 0 0 m 1.50 1 l S 2 2 m 3 3 l S");
  EXPECT_EQ(slim(once), once);
}

}  // namespace
}  // namespace jangbu
