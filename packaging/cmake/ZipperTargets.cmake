# What all targets of the project have in common: language level, warnings, sanitizers, the precompiled LibTorch header.

set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Everything is compiled with -fPIC (not CMake's -fPIE for programs), so that all targets can use one precompiled header.
add_compile_options(-fPIC)

# Files of a target are compiled eight at a time: what they all include and instantiate costs most, and a build from scratch
# takes less than half of the time. So names in unnamed namespaces must differ within a target. Whoever works on the code turns it
# off (the presets do): a change then compiles one file. Left out are files with options of their own.
if(ZIPPER_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
endif()

add_library(zipper_options INTERFACE)
target_include_directories(zipper_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(zipper_options INTERFACE -Wall -Wextra -Wpedantic
                       $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>)  # Qt's macros
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 17)
  target_compile_options(zipper_options INTERFACE -Wno-c++20-extensions)  # Qt 6.8's QTEST_MAIN passes no variadic arguments
endif()
if(ZIPPER_WERROR)
  target_compile_options(zipper_options INTERFACE -Werror)
endif()
if(ZIPPER_SANITIZE)
  add_compile_options(-fsanitize=${ZIPPER_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${ZIPPER_SANITIZE})
endif()

# Linking against LibTorch, OpenCV and Qt takes GNU ld far longer than lld.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  find_program(ZIPPER_LLD ld.lld)
  if(ZIPPER_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

if(ZIPPER_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy)
endif()

# LibTorch's headers are system headers: their warnings are not ours.
function(zipper_link_torch target)
  target_include_directories(${target} SYSTEM PUBLIC ${TORCH_INCLUDE_DIRS})
  target_link_libraries(${target} PUBLIC ${TORCH_LIBRARIES})
endfunction()

# zipper_add_library(NAME SOURCES ... [TORCH_SOURCES ...] LINK ...)
# TORCH_SOURCES are those that include LibTorch: only they load its large precompiled header.
function(zipper_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;TORCH_SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES} ${ARG_TORCH_SOURCES})
  target_link_libraries(${name} PUBLIC zipper_options ${ARG_LINK})
  if(ARG_TORCH_SOURCES)
    zipper_link_torch(${name})
    target_precompile_headers(${name} REUSE_FROM torch_precompiled)
    set_source_files_properties(${ARG_SOURCES} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()

# zipper_add_tests(PROGRAM [TESTS ...] [SHORT ...] LINK ... [TORCH | WIDGETS] [LABELS ...] [TIMEOUT SECONDS]): one Qt Test
# program for the tests of a folder. TESTS have a CTest case each, which is called as the test's file is (see
# support/test_program.h). SHORT ones have one together, called as the program is: loading LibTorch takes longer than they
# do. With sanitizers they have one each, too. TORCH and WIDGETS say which precompiled header is used. As in all targets,
# names in unnamed namespaces must differ.
function(zipper_add_tests program)
  cmake_parse_arguments(ARG "TORCH;WIDGETS" "TIMEOUT" "TESTS;SHORT;LINK;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)  # for what hangs; nothing is timed
  endif()
  if(ZIPPER_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 10")
  endif()
  set(moc_folder "${CMAKE_CURRENT_BINARY_DIR}/${program}_moc")
  file(MAKE_DIRECTORY "${moc_folder}")
  add_executable(${program} $<TARGET_OBJECTS:test_program>)
  set(tests ${ARG_TESTS} ${ARG_SHORT})
  list(SORT tests)
  set(short "")
  foreach(test ${tests})
    get_filename_component(name ${test} NAME)
    # Not AUTOMOC: it hands moc the include directories, and moc then reads LibTorch's headers for every test.
    add_custom_command(OUTPUT "${moc_folder}/${name}.moc"
                       COMMAND Qt6::moc -DQT_NO_KEYWORDS "${CMAKE_CURRENT_SOURCE_DIR}/${test}.cpp"
                               -o "${moc_folder}/${name}.moc"
                       DEPENDS ${test}.cpp VERBATIM)
    target_sources(${program} PRIVATE ${test}.cpp "${moc_folder}/${name}.moc")
    if(test IN_LIST ARG_SHORT AND NOT ZIPPER_SANITIZE)
      list(APPEND short ${name})
    else()
      zipper_add_test_case(${name} ${name})
    endif()
  endforeach()
  if(short)
    zipper_add_test_case(${program} ${short})
  endif()
  target_include_directories(${program} PRIVATE "${moc_folder}")
  target_compile_definitions(${program} PRIVATE QT_NO_KEYWORDS)
  target_link_libraries(${program} PRIVATE zipper_options test_support Qt6::Test ${ARG_LINK})
  target_compile_options(${program} PRIVATE $<$<CONFIG:Release>:-O0>)  # twice as fast to compile; what is tested is optimized
  if(ARG_TORCH)
    target_precompile_headers(${program} REUSE_FROM torch_test_precompiled)
  elseif(ARG_WIDGETS)
    target_precompile_headers(${program} REUSE_FROM widgets_test_precompiled)
  else()
    target_precompile_headers(${program} REUSE_FROM test_precompiled)
  endif()
endfunction()

# Within zipper_add_tests(): a CTest case that runs these tests of the program.
macro(zipper_add_test_case name)
  add_test(NAME ${name} COMMAND ${program} ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
                       ENVIRONMENT "OMP_WAIT_POLICY=passive;QT_QPA_PLATFORM=offscreen")
endmacro()

# zipper_label_tests(LABEL TESTS ...): "peer" compares with another program, "data" reads shared data, "slow" takes long.
function(zipper_label_tests label)
  set_property(TEST ${ARGN} APPEND PROPERTY LABELS ${label})
endfunction()

# zipper_long_tests(SECONDS TESTS ...): CTest starts the longest first, so that no processor waits for one at the end. The
# seconds are those of some machine: only their order counts. With sanitizers there is no case that several tests share.
function(zipper_long_tests seconds)
  foreach(test ${ARGN})
    if(ZIPPER_SANITIZE AND TARGET ${test} AND NOT TEST ${test})
      continue()
    endif()
    set_property(TEST ${test} PROPERTY COST ${seconds})
  endforeach()
endfunction()

# zipper_add_widgets(NAME SOURCES ... LINK ...): a library of Qt widgets; Qt's headers come precompiled, LibTorch's never.
function(zipper_add_widgets name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PUBLIC zipper_options Qt6::Widgets ${ARG_LINK})
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
  if(NOT name STREQUAL "widgets_style")
    target_link_libraries(${name} PUBLIC widgets_style)
    target_precompile_headers(${name} REUSE_FROM widgets_style)
  endif()
endfunction()
