// Reads from header.xml what tells headings from text: sizes, weight, numberings, bullets; and what tells hidden
// text: white letters on nothing that shades them. Facts: KS X 6101, 10. A third of the part (fonts, tabs, styles)
// is stepped over unread.
// The hard case is white text: it is hidden only where neither the letters nor the paragraph, cell or box around
// them are filled.
#include "extractors/hwpx/header_part.h"

#include <algorithm>
#include <string_view>

#include "extractors/hangul/xml_scanner.h"
#include "extractors/hwpx/identifier.h"

namespace jangbu::hwpx {
namespace {

using hangul::XmlScanner;
using Event = XmlScanner::Event;

// Elements whose insides say nothing about headings; a third of the part.
bool is_dull(std::string_view name) {
  return name == "fontfaces" || name == "tabProperties" || name == "styles" || name == "memoProperties" || name == "trackChanges" ||
         name == "trackChangeAuthors" || name == "forbiddenWordList" || name == "compatibleDocument";
}

HeadKind head_kind(std::string_view type) {
  if (type == "OUTLINE") return HeadKind::kOutline;
  if (type == "NUMBER") return HeadKind::kNumber;
  if (type == "BULLET") return HeadKind::kBullet;
  return HeadKind::kNone;
}

// As Hancom writes it, and as others do.
bool is_white(std::string_view colour) { return colour == "#FFFFFF" || colour == "#ffffff"; }

// Sizes are hundredths of a point.
void read_char(XmlScanner& xml, Header& header) {
  const std::uint32_t id = id_of(xml, "id");
  CharProperties properties;
  properties.points = static_cast<double>(xml.number("height", 0)) / 100.0;
  const std::string_view shade = xml.attribute("shadeColor");
  const bool shaded = !shade.empty() && shade != "none" && !is_white(shade);
  properties.white = !shaded && is_white(xml.attribute("textColor"));
  const std::uint32_t fill = id_of(xml, "borderFillIDRef");
  if (header.shaded.count(fill) != 0) properties.white = false;
  // Until the element itself is closed: its depth was told by kStart.
  for (const std::size_t inside = xml.depth(); xml.depth() >= inside;) {
    const Event event = xml.next();
    if (event == Event::kDone || event == Event::kError) break;
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "bold") {
      properties.bold = true;
    } else if (name == "supscript") {
      properties.raised = true;
    } else if (name == "strikeout") {
      const std::string_view shape = xml.attribute("shape");
      properties.struck = !shape.empty() && shape != "NONE" && shape != "3D";
    }
  }
  header.char_properties[id] = properties;
}

// Does it fill what it surrounds?
void read_border_fill(XmlScanner& xml, Header& header) {
  const std::uint32_t id = id_of(xml, "id");
  for (const std::size_t inside = xml.depth(); xml.depth() >= inside;) {
    const Event event = xml.next();
    if (event == Event::kDone || event == Event::kError) return;
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "gradation" || name == "imgBrush") header.shaded.insert(id);
    if (name != "winBrush") continue;
    const std::string_view face = xml.attribute("faceColor");
    if (!face.empty() && face != "none" && !is_white(face)) header.shaded.insert(id);
  }
}

// The id is read first: attributes are gone once children are visited.
void read_para(XmlScanner& xml, Header& header) {
  const std::uint32_t id = id_of(xml, "id");
  ParaProperties properties;
  for (const std::size_t inside = xml.depth(); xml.depth() >= inside;) {
    const Event event = xml.next();
    if (event == Event::kDone || event == Event::kError) break;
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "heading") {
      properties.head = head_kind(xml.attribute("type"));
      properties.level = static_cast<int>(std::clamp<std::int64_t>(xml.number("level", 0), 0, hangul::kOutlineLevels - 1));
      properties.numbering = id_of(xml, "idRef");
    } else if (name == "border" && header.shaded.count(id_of(xml, "borderFillIDRef")) != 0) {
      header.shaded_paras.insert(id);
    }
  }
  if (properties.head != HeadKind::kNone) header.para_properties[id] = properties;
}

// A format may come in several pieces of text.
void read_numbering(XmlScanner& xml, Header& header) {
  const std::uint32_t id = id_of(xml, "id");
  hangul::Numbering numbering;
  hangul::NumberingLevel* level = nullptr;
  for (const std::size_t inside = xml.depth(); xml.depth() >= inside;) {
    const Event event = xml.next();
    if (event == Event::kStart && xml.name() == "paraHead") {
      // Levels count from 1 here, and from 0 in paragraphs.
      const std::int64_t at = xml.number("level", 0);
      level = at >= 1 && at <= hangul::kOutlineLevels ? &numbering[static_cast<std::size_t>(at - 1)] : nullptr;
      if (level != nullptr) {
        level->start = id_of(xml, "start");
        level->shape = hangul::number_shape_from_name(xml.attribute("numFormat"));
      }
    } else if (event == Event::kText && level != nullptr) {
      level->format += xml.text();
    } else if (event == Event::kEnd && xml.name() == "paraHead") {
      level = nullptr;
    } else if (event == Event::kDone || event == Event::kError) {
      return;
    }
  }
  header.numberings[id] = std::move(numbering);
}

}  // namespace

// By name, wherever they stand: versions nest these elements differently.
Result<Header> read_header(hangul::ByteSource& source, std::size_t most_depth) {
  Header header;
  XmlScanner xml(source, most_depth);
  for (;;) {
    const Event event = xml.next();
    if (event == Event::kDone) return header;
    if (event == Event::kError) return Unexpected{xml.status().error()};
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "borderFill")
      read_border_fill(xml, header);
    else if (name == "charPr")
      read_char(xml, header);
    else if (name == "paraPr")
      read_para(xml, header);
    else if (name == "numbering")
      read_numbering(xml, header);
    else if (name == "bullet")
      header.bullets[id_of(xml, "id")] = std::string(xml.attribute("char"));
    else if (is_dull(name))
      xml.skip_flat();
  }
}

}  // namespace jangbu::hwpx
