// Every block that goes back to the heap is wiped, whoever held it: our own strings, the copies that Embind
// makes of arguments and results, libqrencode's buffers. emmalloc defines `free` and
// `realloc` as weak names, so these take their place, and operator delete calls them as well.
#include <emscripten/emmalloc.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "cpp/memory/zeroize.h"

extern "C" {

void free(void* block) {
  if (block == nullptr) return;
  countersign::zeroize(block, emmalloc_usable_size(block));
  emmalloc_free(block);
}

// Always moves: emmalloc's own would leave the old block as it is.
void* realloc(void* block, std::size_t size) {
  if (block == nullptr) return emmalloc_malloc(size);
  if (size == 0) {
    free(block);
    return nullptr;
  }
  void* moved = emmalloc_malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, std::min(size, emmalloc_usable_size(block)));
  free(block);
  return moved;
}

}  // extern "C"
