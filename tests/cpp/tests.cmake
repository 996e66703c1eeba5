# One test program per room, with the room's name.
enable_testing()
include(GoogleTest)

set(INSTALL_GTEST OFF)
set(BUILD_GMOCK OFF)
FetchContent_Declare(googletest
  URL https://github.com/google/googletest/releases/download/v1.16.0/googletest-1.16.0.tar.gz
  URL_HASH SHA256=78c676fc63881529bf97bf9d45948d905a66833fbfa5318ea2cd7478cb98f399)
FetchContent_MakeAvailable(googletest)
# Not ours to check, and its own build costs more than any of our files.
foreach(library gtest gtest_main)
  target_compile_options(${library} PRIVATE -O0 -fno-sanitize=all)
endforeach()

file(GLOB rooms RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*)
foreach(room ${rooms})
  file(GLOB room_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/${room}/*_test.cpp)
  if(room_tests)
    add_executable(${room}_test ${room_tests})
    target_link_libraries(${room}_test PRIVATE countersign_core GTest::gtest_main)
    target_compile_definitions(${room}_test PRIVATE
      COUNTERSIGN_VECTORS="${CMAKE_SOURCE_DIR}/tests/vectors")
    if(COUNTERSIGN_SANITIZE)
      target_compile_options(${room}_test PRIVATE -O0)  # but for the few below, they are compiled longer than run
    endif()
    # GoogleTest's headers take longer to read than most of our files to compile: once is enough.
    if(first_room)
      target_precompile_headers(${room}_test REUSE_FROM ${first_room}_test)
    else()
      set(first_room ${room})
      target_precompile_headers(${room}_test PRIVATE <gtest/gtest.h> <algorithm> <random> <string> <vector>)
    endif()
    gtest_discover_tests(${room}_test TEST_PREFIX ${room}/ DISCOVERY_TIMEOUT 120)
  endif()
endforeach()

if(COUNTERSIGN_SANITIZE)
  set_source_files_properties(
    ${CMAKE_CURRENT_LIST_DIR}/account/random_text_test.cpp ${CMAKE_CURRENT_LIST_DIR}/backup/typed_character_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/hash/digest_test.cpp
    PROPERTIES COMPILE_OPTIONS -O1 SKIP_PRECOMPILE_HEADERS ON)
endif()

# Answer tests/vectors/uris.json and migration.json for the .test.ts files beside them.
foreach(cases uri_cases migration_cases)
  add_executable(${cases} ${CMAKE_CURRENT_LIST_DIR}/account/${cases}.cpp)
  target_link_libraries(${cases} PRIVATE countersign_core)
endforeach()

# Draws the codes that qr/decode.test.ts reads back.
add_executable(qr_cases ${CMAKE_CURRENT_LIST_DIR}/qr/qr_cases.cpp)
target_link_libraries(qr_cases PRIVATE countersign_core)

# Makes the MACs that hash/differential.test.ts compares with OpenSSL's.
add_executable(hash_differential ${CMAKE_CURRENT_LIST_DIR}/hash/differential.cpp)
target_link_libraries(hash_differential PRIVATE countersign_core)
