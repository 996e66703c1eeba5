# core.wasm and its glue. Built by `node tools/build.mjs`, which copies the three files of
# <build directory>/core/ (core.js, core.wasm, core.d.ts) to dist/core/.
file(GLOB binding_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(core ${binding_sources})

# Nothing here throws. An allocation that fails jumps out of our code without cleanup, to guarded() of failure.cpp.
# Wiping does not depend on cleanup, see wiped_heap.cpp.
set_property(SOURCE ${core_sources} ${binding_sources} APPEND PROPERTY COMPILE_OPTIONS -fno-exceptions -fno-rtti)
set_property(SOURCE ${CMAKE_CURRENT_LIST_DIR}/failure.cpp APPEND PROPERTY COMPILE_OPTIONS -sSUPPORT_LONGJMP=wasm)

target_link_libraries(core PRIVATE countersign_core embind)
# Types go by an address instead of a name that nobody reads; see types.cpp.
target_compile_definitions(core PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
set_target_properties(core PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/core)

target_link_options(core PRIVATE
  -O3                            # runs wasm-opt and takes out of the glue what nobody calls
  -sSUPPORT_LONGJMP=wasm         # how a failed allocation gets to the boundary; exceptions are 2 kB more
  -sDYNAMIC_EXECUTION=0          # no new Function: pages forbid it (script-src without 'unsafe-eval')
  -sENVIRONMENT=web              # node and workerd have entries of their own, so that bundlers see no node:
  -sMODULARIZE -sEXPORT_ES6      # a factory that takes the compiled module; several pages or tests, one file
  -sUSE_ES6_IMPORT_META=0        # the one literal new URL("./core.wasm", …) is in web/core, for bundlers to find
  -sMINIMAL_RUNTIME              # no second way to fetch, load and run; web/core/init.ts has the first
  -sEXPORT_KEEPALIVE             # the hot path, which that leaves out; see codes.h
  --pre-js ${CMAKE_CURRENT_LIST_DIR}/instantiate.js
  -sWASM_BIGINT                  # counters are 64-bit numbers
  -sMALLOC=emmalloc              # small; and its free is a weak name, which wiped_heap.cpp replaces
  -sALLOW_MEMORY_GROWTH          # the largest PNG needs more than the start; malloc then fails with null
  -sINITIAL_MEMORY=1MB           # what everyday work needs
  -sMAXIMUM_MEMORY=64MB          # a bound for whatever is thrown at us
  -sSTACK_SIZE=64KB              # wiped as a whole after work on a key, so no more than is needed
  -sFILESYSTEM=0                 # there is none
  -sEXPORTED_RUNTIME_METHODS=HEAPU8   # for the tests that look for traces of keys
  -sSTRICT                       # no deprecated parts of the runtime
  --no-entry                     # a library: no main
  --emit-tsd core.d.ts           # what web/core/native.ts is checked against
)
set_target_properties(core PROPERTIES SUFFIX .js LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/instantiate.js)
