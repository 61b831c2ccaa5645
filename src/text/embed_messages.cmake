# Writes ${OUTPUT}: the catalogue of messages as a sorted table in C++, so that no run parses it.
# usage: cmake -DFILE=schemas/messages.json -DOUTPUT=out.cpp -P embed_messages.cmake
cmake_minimum_required(VERSION 3.25)
file(READ ${FILE} content)
string(JSON messages GET "${content}" messages)
string(JSON count LENGTH "${messages}")
set(codes "")
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON code MEMBER "${messages}" ${i})
  list(APPEND codes ${code})
endforeach()
# In the order of std::string_view's "less": codes are ASCII.
list(SORT codes COMPARE STRING CASE SENSITIVE)
set(entries "")
foreach(code IN LISTS codes)
  string(JSON message GET "${messages}" ${code})
  string(JSON korean GET "${message}" ko)
  string(JSON type TYPE "${message}" en)
  set(one "")
  if(type STREQUAL OBJECT)
    string(JSON english GET "${message}" en other)
    string(JSON one GET "${message}" en one)
  else()
    string(JSON english GET "${message}" en)
  endif()
  string(APPEND entries "    {\"${code}\", R\"~~~~(${korean})~~~~\", R\"~~~~(${english})~~~~\", R\"~~~~(${one})~~~~\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"text/messages.h\"

namespace jangbu {

std::span<const MessageText> messages() {
  static constexpr MessageText kAll[] = {
${entries}  };
  return kAll;
}

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
