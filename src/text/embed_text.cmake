# Writes ${OUTPUT}: a C++ file with the function ${NAME}, which gives one file as text.
# usage: cmake -DFILE=schemas/ledger.json -DNAME=ledger_columns_text -DHEADER=store/ledger_columns.h -DOUTPUT=out.cpp -P embed_text.cmake
include(${CMAKE_CURRENT_LIST_DIR}/pieces.cmake)
file(READ ${FILE} content)
in_pieces("${content}" pieces)
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"

namespace jangbu {

std::string_view ${NAME}() {
  return ${pieces};
}

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
