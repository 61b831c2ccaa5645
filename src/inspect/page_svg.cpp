// A page as SVG, with the text where the reader saw it, so that what was read can be laid over the original.
#include "inspect/page_svg.h"

#include <fmt/format.h>

#include <iterator>

namespace jangbu {
namespace {

// XML 1.0, sections 2.2 and 2.4: what is no character of XML is left out, and marks that would open markup are escaped.
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

// Its box, and the text in it. Labels of tables stand above their frames.
void paint(const Mark& mark, std::back_insert_iterator<std::string> out) {
  const Box& box = mark.box;
  fmt::format_to(out, "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"/>", box.x0, box.y0, box.width(), box.height());
  if (mark.text.empty()) return;
  if (mark.kind == MarkKind::kTable) {
    fmt::format_to(out, "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"7\">{}</text>", box.x0, box.y0 - 2, escaped(mark.text));
  } else if (mark.vertical) {
    fmt::format_to(out, "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\" style=\"writing-mode:vertical-rl\">{}</text>",
                   (box.x0 + box.x1) / 2, box.y0, mark.font_size, escaped(mark.text));
  } else {
    // The text fills its box, whatever font the viewer has.
    fmt::format_to(out,
                   "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\" textLength=\"{:.2f}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                   box.x0, box.y1 - 0.2 * box.height(), mark.font_size, box.width(), escaped(mark.text));
  }
}

}  // namespace

// Style first, a class for each kind of mark, then a white page, then the marks in groups.
std::string page_svg(const Page& page, const std::vector<Mark>& marks) {
  std::string svg;
  auto out = std::back_inserter(svg);
  fmt::format_to(out,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}pt\" height=\"{1:.2f}pt\" viewBox=\"0 0 {0:.2f} {1:.2f}\">\n"
                 "<title>page {2}</title>\n<style>\ntext {{ font-family: sans-serif; stroke: none }}\n",
                 page.width, page.height, page.number);
  for (const MarkKind kind : kMarkKinds) {
    const Ink& ink = ink_of(kind);
    const auto colour = fmt::format("#{:02x}{:02x}{:02x}", ink.red, ink.green, ink.blue);
    fmt::format_to(out, ".{} rect {{ fill: {}; fill-opacity: {:.2f}; stroke: {}; stroke-opacity: {:.2f}; stroke-width: {:.2f} }}\n",
                   ink.name, colour, ink.inside, colour, ink.outline, ink.width);
  }
  fmt::format_to(out, ".table text {{ fill: #006e32 }}\n</style>\n<rect width=\"{:.2f}\" height=\"{:.2f}\" fill=\"white\"/>\n", page.width,
                 page.height);
  // Marks come sorted by kind.
  for (auto mark = marks.begin(); mark != marks.end();) {
    const MarkKind kind = mark->kind;
    fmt::format_to(out, "<g class=\"{}\">\n", ink_of(kind).name);
    for (; mark != marks.end() && mark->kind == kind; ++mark) {
      paint(*mark, out);
      svg += '\n';
    }
    svg += "</g>\n";
  }
  svg += "</svg>\n";
  return svg;
}

}  // namespace jangbu
