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

  Result<std::string> show(std::string_view bytes, const Showing& showing) override {
    const auto tools = tools_.get();
    if (!tools) return tools.forward();
    return show_document(bytes, showing, **tools);
  }

 private:
  LazyToolbox tools_;
};

}  // namespace

std::unique_ptr<DocumentReader> reader_in_process(ReadingOptions options) { return std::make_unique<InProcess>(std::move(options)); }

}  // namespace jangbu
