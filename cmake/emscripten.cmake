# The toolchain of the `wasm` preset: finds the Emscripten that tools/setup.js found or unpacked, and hands over to it.
# It looks where tools/setup/emscripten.js looks, in the same order.

set(_inkstone_emscripten_wanted 6.0.5)

if(IS_ABSOLUTE "$ENV{XDG_CACHE_HOME}")
  set(_inkstone_cache "$ENV{XDG_CACHE_HOME}/inkstone")
else()
  set(_inkstone_cache "$ENV{HOME}/.cache/inkstone")
endif()

# CMake reads this file again for every program that it tries to compile, so what was found is handed on.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES INKSTONE_EMSCRIPTEN_ROOT)

if(NOT INKSTONE_EMSCRIPTEN_ROOT)
  set(_inkstone_roots)
  if(DEFINED ENV{EMSDK})
    list(APPEND _inkstone_roots "$ENV{EMSDK}/upstream/emscripten")
  endif()
  find_program(_inkstone_emcc emcc NO_CACHE NO_DEFAULT_PATH PATHS ENV PATH)
  if(_inkstone_emcc)
    get_filename_component(_inkstone_emcc "${_inkstone_emcc}" REALPATH)
    get_filename_component(_inkstone_root "${_inkstone_emcc}" DIRECTORY)
    list(APPEND _inkstone_roots "${_inkstone_root}")
  endif()
  if(EXISTS "${_inkstone_cache}/emscripten-${_inkstone_emscripten_wanted}/complete")
    list(APPEND _inkstone_roots "${_inkstone_cache}/emscripten-${_inkstone_emscripten_wanted}/usr/share/emscripten")
  endif()

  foreach(_inkstone_root IN LISTS _inkstone_roots)
    if(EXISTS "${_inkstone_root}/emscripten-version.txt")
      file(READ "${_inkstone_root}/emscripten-version.txt" _inkstone_version)
      string(REGEX MATCH "([0-9]+)\\.[0-9]+\\.[0-9]+" _inkstone_version "${_inkstone_version}")
      if(CMAKE_MATCH_1 EQUAL 6 AND _inkstone_version VERSION_GREATER_EQUAL _inkstone_emscripten_wanted)
        set(INKSTONE_EMSCRIPTEN_ROOT "${_inkstone_root}")
        break()
      endif()
    endif()
  endforeach()
endif()

if(NOT INKSTONE_EMSCRIPTEN_ROOT)
  message(FATAL_ERROR "There is no Emscripten ${_inkstone_emscripten_wanted} here. Run `node tools/setup.js`: it finds or fetches one.")
endif()

if(EXISTS "${_inkstone_cache}/boost/boost/version.hpp")
  set(INKSTONE_BOOST_INCLUDE_DIR "${_inkstone_cache}/boost" CACHE PATH "Boost's headers, for the tests in WebAssembly")
endif()

# CMake then only compiles what it tries, and needs no system library in versions that the core never links.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

include("${INKSTONE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
