# md4c and yaml-cpp: the same sources for the native and the WebAssembly build, compiled into the
# core's own archive so that whoever links it needs nothing else. tools/setup.js leaves them in
# the cache; without it they come from their upstream repositories, pinned by commit.
include(FetchContent)

if(IS_ABSOLUTE "$ENV{XDG_CACHE_HOME}")
  set(inkstone_cache "$ENV{XDG_CACHE_HOME}/inkstone")
else()
  set(inkstone_cache "$ENV{HOME}/.cache/inkstone")
endif()

# Leaves the sources' folder in ${name}_SOURCE_DIR. SOURCE_SUBDIR names a folder without a
# CMakeLists.txt: the dependency's own build is not used.
macro(inkstone_fetch name version repository commit)
  string(TOUPPER "${name}" upper)
  set(cached "${inkstone_cache}/sources/${name}-${version}")
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS "${cached}")
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${cached}" CACHE PATH "Sources of ${name} ${version}")
  endif()
  FetchContent_Declare(${name} GIT_REPOSITORY "${repository}" GIT_TAG "${commit}"
    SOURCE_SUBDIR "no-build")
  FetchContent_MakeAvailable(${name})
endmacro()

inkstone_fetch(md4c 0.5.3 https://github.com/mity/md4c.git
  472c417005c2c71b8617de4f7b8d6b30411d78f4)
inkstone_fetch(yaml-cpp 0.8.0 https://github.com/jbeder/yaml-cpp.git
  f7320141120f720aecc4c32be25586e7da9eb978)

# The parser; its HTML renderer and its table of character references are for the tests.
add_library(inkstone_md4c OBJECT "${md4c_SOURCE_DIR}/src/md4c.c")
target_include_directories(inkstone_md4c SYSTEM PUBLIC "${md4c_SOURCE_DIR}/src")
target_compile_definitions(inkstone_md4c PRIVATE MD4C_USE_UTF8)

# Scanner, parser and events; neither the node tree nor the emitter.
set(yaml_cpp_files)
foreach(name IN ITEMS depthguard directives exceptions exp parser regex_yaml scanner scanscalar
    scantag scantoken simplekey singledocparser stream tag null)
  list(APPEND yaml_cpp_files "${yaml-cpp_SOURCE_DIR}/src/${name}.cpp")
endforeach()
add_library(inkstone_yaml_cpp OBJECT ${yaml_cpp_files})
target_include_directories(inkstone_yaml_cpp SYSTEM PUBLIC "${yaml-cpp_SOURCE_DIR}/include")
target_compile_definitions(inkstone_yaml_cpp PUBLIC YAML_CPP_STATIC_DEFINE)
# Both see the standard's streams as our small ones.
set(yaml_streams "${PROJECT_SOURCE_DIR}/core/src/yaml_streams.h")
target_compile_options(inkstone_yaml_cpp PRIVATE -include "${yaml_streams}")
set_source_files_properties(${yaml_cpp_files} PROPERTIES OBJECT_DEPENDS "${yaml_streams}")

foreach(target IN ITEMS inkstone_md4c inkstone_yaml_cpp)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE "${INKSTONE_POSITION_INDEPENDENT}")
  # Their warnings are theirs to mend.
  target_compile_options(${target} PRIVATE -w)
  # CMake sets NDEBUG for its release types; Emscripten's toolchain may not.
  target_compile_definitions(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:NDEBUG>)
endforeach()
if(EMSCRIPTEN)
  # Front matter is short: what its reader costs is its size.
  target_compile_options(inkstone_yaml_cpp PRIVATE -Oz -fno-rtti)
  target_compile_options(inkstone_md4c PRIVATE -O2)
endif()
