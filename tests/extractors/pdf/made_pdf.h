// Small PDFs put together in tests: the content of each page, and whatever objects it needs besides.
#pragma once

#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

namespace jangbu::test {

class MadePdf {
 public:
  // A page of 200 x 200 points with the standard font Helvetica as /F1. `entries`: further entries of the page's dictionary,
  // its resources too if they are to be others.
  MadePdf& page(const std::string& content, const std::string& entries = "/MediaBox [0 0 200 200]") {
    pages_.push_back({content, entries, {}});
    return *this;
  }
  // A page whose content is an array of streams, as objects from 110 on: one such page a file.
  MadePdf& page_of_streams(const std::vector<std::string>& streams, const std::string& entries = "/MediaBox [0 0 200 200]") {
    std::string array;
    for (std::size_t i = 0; i < streams.size(); ++i) {
      const std::string number = std::to_string(110 + i) + " 0 ";
      object(number + "obj\n<< /Length " + std::to_string(streams[i].size()) + " >>\nstream\n" + streams[i] + "\nendstream\nendobj");
      array += number + "R ";
    }
    pages_.push_back({"", entries, "[" + array + "]"});
    return *this;
  }
  // Objects numbered from 100, whole ("100 0 obj … endobj").
  MadePdf& object(const std::string& text) {
    objects_ += text + "\n";
    return *this;
  }
  MadePdf& resources(const std::string& entries) {
    resources_ = entries;
    return *this;
  }
  MadePdf& catalog(const std::string& entries) {
    catalog_ = entries;
    return *this;
  }

  std::string bytes() const {
    std::string out = "%PDF-1.7\n";
    std::vector<std::pair<int, std::size_t>> places;
    const auto add = [&](int number, const std::string& body) {
      places.emplace_back(number, out.size());
      out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) kids += std::to_string(10 + 2 * i) + " 0 R ";
    add(1, "<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>");
    add(2, "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>");
    add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const int number = static_cast<int>(10 + 2 * i);
      const bool own = pages_[i].entries.find("/Resources") != std::string::npos;
      add(number, "<< /Type /Page /Parent 2 0 R " + pages_[i].entries + " /Contents " +
                      (pages_[i].array.empty() ? std::to_string(number + 1) + " 0 R" : pages_[i].array) +
                      (own ? "" : " /Resources << /Font << /F1 3 0 R >> " + resources_ + " >>") + " >>");
      add(number + 1, "<< /Length " + std::to_string(pages_[i].content.size()) + " >>\nstream\n" + pages_[i].content + "\nendstream");
    }
    for (std::size_t at = 0; at < objects_.size();) {
      places.emplace_back(std::stoi(objects_.substr(at)), out.size() + at);
      at = objects_.find("endobj\n", at) + 7;
    }
    out += objects_;
    const std::size_t table = out.size();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (const auto& [number, place] : places) {
      char entry[32];
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", place);
      out += std::to_string(number) + " 1\n" + entry;
    }
    return out + "trailer\n<< /Size 200 /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

 private:
  struct PageSource {
    std::string content, entries, array;
  };
  std::vector<PageSource> pages_;
  std::string objects_, resources_, catalog_;
};

inline std::span<const std::byte> as_bytes(const std::string& text) { return std::as_bytes(std::span(text.data(), text.size())); }

}  // namespace jangbu::test
