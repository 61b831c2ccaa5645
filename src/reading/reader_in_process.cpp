#include "reading/document_reader.h"
#include "reading/lazy_lexicon.h"
#include "reading/read_document.h"

namespace jangbu {
namespace {

class InProcess : public DocumentReader {
 public:
  explicit InProcess(ReadingOptions options)
      : limits_(options.limits), password_(std::move(options.password)), lexicon_(std::move(options.profiles)) {}

  Result<Document> read(std::string_view bytes, const std::string&) override {
    return read_document(bytes, limits_, password_, [this] { return lexicon_.get(); });
  }

 private:
  const Limits limits_;
  const std::string password_;
  LazyLexicon lexicon_;
};

}  // namespace

std::unique_ptr<DocumentReader> reader_in_process(ReadingOptions options) { return std::make_unique<InProcess>(std::move(options)); }

}  // namespace jangbu
