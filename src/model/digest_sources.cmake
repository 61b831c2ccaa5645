# Writes ${OUTPUT}: a C++ file with one digest over the files that ${LIST} names, one a line.
# usage: cmake -DLIST=sources.txt -DOUTPUT=source_digest.cpp -P digest_sources.cmake
file(STRINGS ${LIST} files ENCODING UTF-8)
set(digests "")
foreach(file IN LISTS files)
  file(SHA256 ${file} digest)
  string(APPEND digests ${digest})
endforeach()
string(SHA256 digest "${digests}")
string(SUBSTRING ${digest} 0 16 digest)
file(WRITE ${OUTPUT}.new "#include \"model/build.h\"

namespace jangbu {

std::string_view source_digest() { return \"${digest}\"; }

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
