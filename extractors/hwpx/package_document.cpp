// Reads content.hpf and version.xml element by element; both are small and flat. `text` points to the field that the
// open element fills. The spine may come before the items that it names: it is resolved at the end.
#include "extractors/hwpx/package_document.h"

#include "extractors/hangul/xml_scanner.h"
#include "text/unicode.h"

namespace jangbu::hwpx {

using hangul::XmlScanner;
using Event = XmlScanner::Event;

namespace {

constexpr std::size_t kDepth = 64;

}  // namespace

// The first of two items with one id counts.
Result<PackageDocument> read_package_document(hangul::ByteSource& source) {
  PackageDocument out;
  XmlScanner xml(source, kDepth);
  std::vector<std::string> spine;
  std::string* text = nullptr;  // where the text of the open element belongs
  for (;;) {
    const Event event = xml.next();
    if (event == Event::kError) return Unexpected{xml.status().error()};
    if (event == Event::kDone) break;
    if (event == Event::kText && text != nullptr) *text += xml.text();
    if (event == Event::kEnd) text = nullptr;
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "item") {
      std::string id(xml.attribute("id"));
      out.parts.try_emplace(std::move(id), xml.attribute("href"));
    } else if (name == "itemref") {
      spine.emplace_back(xml.attribute("idref"));
    } else if (name == "title") {
      text = &out.metadata.title;
    } else if (name == "meta") {
      const std::string_view which = xml.attribute("name");
      if (which == "creator")
        text = &out.metadata.author;
      else if (which == "CreatedDate")
        text = &out.metadata.created;
      else if (which == "ModifiedDate")
        text = &out.metadata.modified;
    }
  }
  for (std::string* field : {&out.metadata.title, &out.metadata.author, &out.metadata.created, &out.metadata.modified})
    *field = trim(to_nfc(*field));
  for (const std::string& id : spine)
    if (const auto found = out.parts.find(id); found != out.parts.end()) out.reading_order.push_back(found->second);
  return out;
}

// Nothing depends on it: an error only leaves it empty.
std::string read_producer(hangul::ByteSource& source) {
  XmlScanner xml(source, kDepth);
  std::string producer;
  for (Event event = xml.next(); event != Event::kDone && event != Event::kError; event = xml.next()) {
    if (event != Event::kStart || xml.name() != "HCFVersion") continue;
    producer = xml.attribute("application");
    if (const std::string version(xml.attribute("appVersion")); !version.empty()) producer += (producer.empty() ? "" : " ") + version;
  }
  return trim(producer);
}

}  // namespace jangbu::hwpx
