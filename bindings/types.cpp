// The types that cross the boundary. Takes the place of Embind's own bind.cpp, which registers twenty more,
// with the JavaScript of each: the linker asks libembind.a for nothing that is defined here.
#include <emscripten/bind.h>
#include <emscripten/wire.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>

extern "C" {

// Embind's names, which its glue calls.

// A block of EMSCRIPTEN_BINDINGS runs by itself. The list of them is for the threads that come later: here
// are none.
void _embind_register_bindings(emscripten::internal::InitFunc* /*functions*/) {}
void _embind_initialize_bindings() {}

/// For the complaint about a type that is not registered below, which is the first thing that any test would
/// see.
const char* __getTypeName(const std::type_info* /*type*/) {
  return strdup("?");
}
}

EMSCRIPTEN_BINDINGS(types) {
  using namespace emscripten::internal;
  using Int = std::numeric_limits<std::int32_t>;
  using Counter = std::numeric_limits<std::uint64_t>;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", true, false);
  _embind_register_integer(TypeID<std::int32_t>::get(), "int", sizeof(std::int32_t), Int::min(), Int::max());
  _embind_register_bigint(TypeID<std::uint64_t>::get(), "uint64_t", sizeof(std::uint64_t), Counter::min(),
                          Counter::max());
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
  _embind_register_emval(TypeID<emscripten::val>::get());
}
