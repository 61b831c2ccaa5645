// Pages of any runs, lines and fills, as a PDF may draw them: what is found on them is a document.
//
// The bytes are a drawing: a byte says what comes, the next where it stands. Most places are on a small grid, so that lines meet and tables
// come to be; some are reals of any bits.
#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>

#include "sound_document.h"
#include "tables/page_tables.h"

namespace {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : left_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return left_.empty(); }
  std::uint8_t byte() {
    if (left_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(left_.front());
    left_.remove_prefix(1);
    return value;
  }
  // Points on the grid; 255: any number that is one, as extractors give them.
  double place() {
    const std::uint8_t at = byte();
    if (at != 255) return at * 4.0;
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | byte();
    const auto value = std::bit_cast<double>(bits);
    return std::isfinite(value) ? value : 0;
  }
  jangbu::Box box() {
    jangbu::Box box;
    box.x0 = place();
    box.y0 = place();
    box.x1 = box.x0 + std::abs(place());
    box.y1 = box.y0 + std::abs(place());
    return box;
  }

 private:
  std::string_view left_;
};

constexpr const char* kWords[] = {"구분", "예산현액", "합계", "1,000", "△5", "-", "가", "(단위: 천원)", "□ 추진실적", "- 12 -"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostPieces = 2000;
  Bytes bytes(data, size);
  jangbu::Document document;
  const auto new_page = [&] {
    jangbu::Page page;
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.width = 595;
    page.height = 842;
    document.pages.push_back(page);
  };
  new_page();
  for (std::size_t pieces = 0; !bytes.empty() && pieces < kMostPieces; ++pieces) {
    jangbu::Page& page = document.pages.back();
    const std::uint8_t what = bytes.byte();
    if (what % 8 < 3) {
      jangbu::Run run;
      run.text = kWords[what / 8 % std::size(kWords)];
      run.box = bytes.box();
      run.font_size = run.box.y1 - run.box.y0;
      run.bold = what >= 128;
      run.vertical = what % 64 == 1;
      page.runs.push_back(run);
    } else if (what % 8 < 6) {
      jangbu::Rule rule{bytes.box(), 1};
      (what % 8 == 3 ? rule.box.x1 = rule.box.x0 : rule.box.y1 = rule.box.y0);
      page.rules.push_back(rule);
    } else if (what % 8 == 6) {
      page.fills.push_back({bytes.box(), 0.5});
    } else {
      new_page();
    }
  }
  const jangbu::ExtractOptions options = jangbu::fuzz::small_limits();
  if (const jangbu::Status found = jangbu::find_page_tables(document, options.limits); !found) {
    jangbu::fuzz::insist(found.error().code != jangbu::ErrorCode::kInternal);
    return 0;
  }
  jangbu::fuzz::insist(document.pages.empty());
  jangbu::fuzz::insist_sound(document);
  return 0;
}
