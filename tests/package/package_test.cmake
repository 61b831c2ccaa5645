# Installs jangbu into a folder of its own, moves that folder (an installed jangbu must not know where it was put), and builds and
# runs a small program against it: once by find_package, once by pkg-config.
# usage: cmake -DBUILD=build/dev -DWORK=… -DCONSUMER=tests/package/consumer -DLIBDIR=lib -DCXX=g++ -P package_test.cmake

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "failed (${code}): ${ARGV}\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

function(expect_greeting how)
  # A record, the finding of its column, and an error.
  if(NOT out MATCHES "가과 400000" OR NOT out MATCHES "add up to 600" OR NOT out MATCHES "E104 file_empty")
    message(FATAL_ERROR "the consumer built by ${how} printed: ${out}")
  endif()
  message(STATUS "${how}: ${out}")
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first "${WORK}/옮긴 곳")
set(prefix "${WORK}/옮긴 곳")

run(${CMAKE_COMMAND} -G Ninja -S ${CONSUMER} -B ${WORK}/by_cmake -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_PREFIX_PATH=${prefix}")
run(${CMAKE_COMMAND} --build ${WORK}/by_cmake)
run(${WORK}/by_cmake/consumer)
expect_greeting("find_package")

# pkg-config escapes blanks; the shell that runs the compiler undoes it.
set(ENV{PKG_CONFIG_PATH} "${prefix}/${LIBDIR}/pkgconfig")
run(sh -c "eval ${CXX} -std=c++20 ${CONSUMER}/main.cpp -o ${WORK}/by_pkg_config $(pkg-config --cflags --libs jangbu)")
run(${WORK}/by_pkg_config)
expect_greeting("pkg-config")
