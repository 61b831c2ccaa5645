// Reading without a child: for programs that use the library, for tests, and where no process can be started.
// Profiles are parsed at the first document.
#include "reading/lazy_toolbox.h"
#include "reading/show_document.h"

namespace jangbu {
namespace {

class InProcess : public DocumentReader {
 public:
  explicit InProcess(ReadingOptions options) : tools_(std::move(options)) {}

  Result<Processed> read(std::string_view bytes, const DocumentName& name) override {
    const auto tools = tools_.get();
    if (!tools) return tools.forward();
    return process(bytes, name.path, name.sha256, **tools);
  }

  // What is understood is all in the Document: the file goes before, as understanding takes memory of its own.
  Result<Processed> read_sealed(const SealedFile& file, const DocumentName& name) override {
    const auto tools = tools_.get();
    if (!tools) return tools.forward();
    auto mapped = MappedFile::of(file);
    if (!mapped) return mapped.forward();
    auto read = read_named(mapped->bytes(), name.path, name.sha256, **tools, [&] { mapped->let_go(); });
    mapped->forget();
    if (!read) return read.forward();
    return understand(std::move(*read), **tools);
  }

  Result<std::string> show(std::string_view bytes, const Showing& showing) override {
    const auto tools = tools_.get();
    if (!tools) return tools.forward();
    return show_document(bytes, showing, **tools);
  }

 private:
  LazyToolbox tools_;
};

}  // namespace

Result<Processed> DocumentReader::read_sealed(const SealedFile& file, const DocumentName& name) {
  const auto mapped = MappedFile::of(file);
  return mapped ? read(mapped->bytes(), name) : mapped.forward();
}

std::unique_ptr<DocumentReader> reader_in_process(ReadingOptions options) { return std::make_unique<InProcess>(std::move(options)); }

}  // namespace jangbu
