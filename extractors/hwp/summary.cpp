// Reads the property set of [MS-OLEPS] as far as five properties need it. Every offset is checked, and what is
// damaged gives less; nothing in it is needed to read the document.
#include "extractors/hwp/summary.h"

#include <chrono>
#include <cstdint>

#include "text/unicode.h"

namespace jangbu::hwp {
namespace {

using hangul::Bytes;
using hangul::ByteView;

constexpr std::uint32_t kWideText = 0x1F, kFileTime = 0x40;

std::string wide_text(ByteView view) {
  std::u16string text = view.wide(view.u32());
  if (const auto end = text.find(u'\0'); end != std::u16string::npos) text.resize(end);
  return trim(to_nfc(utf16_to_utf8(text)));
}

// With zeros in front, as ISO 8601 wants.
std::string digits(unsigned value, std::size_t width) {
  std::string out = std::to_string(value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

}  // namespace

std::string iso_time(std::uint64_t filetime) {
  // Seconds from 1601 to 1970.
  constexpr std::uint64_t kUnixEpoch = 11'644'473'600;
  const std::uint64_t seconds = filetime / 10'000'000;
  if (seconds < kUnixEpoch || seconds > kUnixEpoch + 4'102'444'800) return {};  // 1970 … 2100
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds - kUnixEpoch)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" + digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2) + "T" + digits(static_cast<unsigned>(clock.hours().count()), 2) + ":" +
         digits(static_cast<unsigned>(clock.minutes().count()), 2) + ":" + digits(static_cast<unsigned>(clock.seconds().count()), 2) + "Z";
}

Summary read_summary(Bytes stream) {
  Summary summary;
  ByteView head(stream);
  head.skip(44);  // order mark, versions, class, number of sets, format of the first
  const std::uint32_t set_at = head.u32();
  if (head.short_read() || set_at >= stream.size()) return summary;
  const Bytes set = stream.subspan(set_at);
  // The set begins with its size and the number of properties; each is an id and an offset from the set's start.
  ByteView list(set);
  list.skip(4);
  const std::uint32_t count = list.u32();
  for (std::uint32_t i = 0; i < count && list.remaining() >= 8; ++i) {
    const std::uint32_t id = list.u32(), at = list.u32();
    if (at >= set.size()) continue;
    ByteView value(set.subspan(at));
    const std::uint32_t type = value.u32();
    if (type == kWideText) {
      if (id == 2)
        summary.metadata.title = wide_text(value);
      else if (id == 4)
        summary.metadata.author = wide_text(value);
      else if (id == 9)
        summary.program = wide_text(value);
    } else if (type == kFileTime && (id == 12 || id == 13)) {
      const std::uint64_t low = value.u32();
      const std::uint64_t time = low | static_cast<std::uint64_t>(value.u32()) << 32;
      (id == 12 ? summary.metadata.created : summary.metadata.modified) = iso_time(time);
    }
  }
  return summary;
}

}  // namespace jangbu::hwp
