// One document by its bytes → what was seen in it, as text, JSON or a picture. The same readers as ingest, without an output folder.
#include "jangbu/inspect.h"

#include "reading/document_reader.h"
#include "reading/reader_pool.h"

namespace jangbu {

Result<std::string> inspect(std::string_view bytes, const InspectOptions& options) {
  ReadingOptions reading{options.limits, options.password, {}, {}, options.sandbox};
  if (!options.profiles.empty()) {
    auto profiles = profiles_in(options.profiles);
    if (!profiles) return profiles.forward();
    // Told here rather than by a child, which may be told nothing of files.
    if (const auto parsed = parse_profiles(*profiles); !parsed) return parsed.forward();
    reading.profiles = std::move(*profiles);
  }
  std::unique_ptr<DocumentReader> reader;
  if (options.reader.empty()) {
    reader = reader_in_process(std::move(reading));
  } else {
    PoolOptions pool;
    pool.program = options.reader;
    pool.ready = options.ready_reader;
    reader = reader_in_children(std::move(reading), std::move(pool));
  }
  return reader->show(bytes, {options.form, options.page, options.dpi, options.marked});
}

}  // namespace jangbu
