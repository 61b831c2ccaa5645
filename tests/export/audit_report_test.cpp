// The report on findings asks the folder's own profiles what a figure is, and never its name.
#include "jangbu/audit_report.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "drawn_table.h"
#include "jangbu/ingest.h"
#include "records/profile.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

// A kind of table whose share has a name that says nothing of it.
constexpr const char* kShelters = R"({
  "record_type": "shelter", "korean": "쉼터", "money": false,
  "words": {"shelter": ["쉼터"], "capacity": ["수용인원"], "guests": ["입소인원"], "filled": ["입소비율"]},
  "row_labels": ["쉼터명"], "subject": ["capacity"], "may_say": ["people"],
  "fields": [
    {"name": "capacity", "korean": "수용인원", "measure": "count", "additive": true, "says": ["capacity"]},
    {"name": "guests", "korean": "입소인원", "measure": "count", "additive": true, "says": ["guests"]},
    {"name": "filled", "korean": "입소비율", "measure": "rate", "says": ["filled"]}
  ],
  "identities": [{"field": "filled", "ratio_of": "guests", "to": ["capacity"]}],
  "any_of": [["capacity"]]
})";

struct Folder {
  TempFolder root;
  fs::path out = root / "out";

  // Two shares hold, 나래's does not: 15 of 30 are 50 %.
  Folder() {
    for (const ProfileFile& file : built_in_profiles()) write_file(root / ("profiles/" + file.name), file.content);
    write_file(root / "profiles/shelter.json", kShelters);
    write_file(
        root / "in/a.txt",
        "주요업무보고\n2021. 8.\n가나국\n\nⅠ. 쉼터 현황\n\n쉼터명\t수용인원\t입소인원\t입소비율\n합계\t50\t31\t62.0%\n가람\t20\t16\t80.0%\n"
        "나래\t30\t15\t72.5%\n");
    IngestOptions options;
    options.inputs = {root / "in"};
    options.output = out;
    options.profiles = (root / "profiles").string();
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
    Observer silent;
    const auto summary = ingest(options, silent);
    if (!summary) throw std::runtime_error(describe(summary.error()));
  }

  std::string told() const {
    const auto text = audit_text(out, Language::kEnglish);
    return text ? *text : describe(text.error());
  }
};

TEST(AuditReport, AShareIsShownAsPerCentWhateverItsFieldIsCalled) {
  const Folder folder;
  const std::string text = folder.told();
  EXPECT_NE(text.find("72.50%"), std::string::npos) << text;
  EXPECT_NE(text.find("50.00%"), std::string::npos) << text;
}

// Without the ledger nothing says what the field of a profile that is not built in measures: the fraction is shown as it is.
TEST(AuditReport, TellsFindingsWithoutALedger) {
  const Folder folder;
  fs::remove(folder.out / "ledger.sqlite");
  const std::string text = folder.told();
  EXPECT_NE(text.find("0.7"), std::string::npos) << text;
  EXPECT_EQ(text.find("72.50%"), std::string::npos) << text;
}

}  // namespace
}  // namespace jangbu
