// The desk: every request of the page that the gate let through, and its answer. It knows nothing of sockets.
//
//   GET  /  /app.js …                     the page's own files
//   GET  /api/overview  documents  findings  failures  offices  search             lists.h
//   GET  /api/document?id=  part?id=&part=  prose?id=  arithmetic?id=&record=&field=
//   GET  /api/page.png?id=&page=          a page of a PDF, drawn in a reader child
//   GET  /api/budgets  series  series_of                                       looking.h
//   GET  /api/export?format=csv|xlsx&what=records|figures|findings|series&id=      a file; list= and its filters: what is shown, shown.h
//   GET  /api/joining?from=&into=         what joining two series would touch        joining.h
//   GET  /api/corrections; POST /api/correct, /api/undo, /api/join                 mending.h
//   GET  /api/events                      server-sent events: `changed` each time that the folder did
//
// Whatever comes in, an answer goes out: unknown paths are 404, what cannot be understood 400, too much 413.
// Thread rule: any number of threads may ask.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "records/profile.h"
#include "review/mending.h"
#include "review/pictures.h"

namespace jangbu {

inline constexpr std::size_t kLargestBody = 256 * 1024;

class Desk {
 public:
  // `base`: how the folder was read and is read again. `reader`: draws pages; nullptr: none are drawn.
  Desk(const IngestOptions& base, std::string (*clock)(), std::vector<Profile> profiles, std::unique_ptr<DocumentReader> reader);

  Answered answer(const Asked& asked);

 private:
  Answered document(const Asked& asked, const std::string& what);
  Answered picture(const Asked& asked);
  Answered exported(const Asked& asked);

  std::filesystem::path output_;
  std::vector<Profile> profiles_;
  OpenLedgers ledgers_;
  FiledJson documents_;
  Mender mender_;
  std::unique_ptr<Pictures> pictures_;
};

}  // namespace jangbu
