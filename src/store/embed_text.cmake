# Writes ${OUTPUT}: a C++ file that holds one file as text, in pieces that every compiler takes.
# usage: cmake -DFILE=schemas/ledger.json -DNAME=ledger_columns_text -DHEADER=store/ledger_columns.h -DOUTPUT=out.cpp -P embed_text.cmake
file(READ ${FILE} content)
string(LENGTH "${content}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${content}" ${at} 2000 piece)
  string(APPEND pieces "R\"~~~~(${piece})~~~~\"\n")
  math(EXPR at "${at} + 2000")
endwhile()
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"

namespace jangbu {

std::string_view ${NAME}() {
  return ${pieces};
}

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
