// Every block that goes back to the heap is wiped, whoever held it: our own strings, the copies that Embind
// makes of arguments and results, libqrencode's buffers. And none is asked for in vain: Embind does not look
// at what it gets, and would write where there is nothing. emmalloc defines these names as weak ones, so
// these take their place; operator new and operator delete call them as well.
#include <emscripten/emmalloc.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "bindings/failure.h"
#include "cpp/memory/zeroize.h"

extern "C" {

void* malloc(std::size_t size) {
  void* const block = emmalloc_malloc(size);
  if (block == nullptr) countersign::bindings::leave();
  return block;
}

void free(void* block) {
  if (block == nullptr) return;
  countersign::zeroize(block, emmalloc_usable_size(block));
  emmalloc_free(block);
}

// Always moves: emmalloc's own would leave the old block as it is.
void* realloc(void* block, std::size_t size) {
  if (block == nullptr) return malloc(size);
  if (size == 0) {
    free(block);
    return nullptr;
  }
  void* moved = malloc(size);
  std::memcpy(moved, block, std::min(size, emmalloc_usable_size(block)));
  free(block);
  return moved;
}

}  // extern "C"
