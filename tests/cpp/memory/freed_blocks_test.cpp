#include "tests/cpp/memory/freed_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "tests/cpp/memory/allocation_limit.h"

namespace countersign {
namespace {

struct Watched {
  const void* block = nullptr;
  std::size_t size = 0;
  bool freed = false;
  std::size_t remains = 0;
};

Watched& watched() noexcept {
  static Watched instance;
  return instance;
}

void look_and_free(void* block) noexcept {
  Watched& watch = watched();
  if (block != nullptr && block == watch.block && !watch.freed) {
    const auto* bytes = static_cast<const volatile unsigned char*>(block);
    watch.freed = true;
    for (std::size_t i = 0; i < watch.size; ++i) watch.remains += bytes[i] != 0 ? 1U : 0U;
  }
  std::free(block);
}

struct Limit {
  bool set = false;
  bool reached = false;
  std::size_t left = 0;
};

Limit& limit() noexcept {
  static Limit instance;
  return instance;
}

void* allocate(std::size_t size) noexcept {
  Limit& now = limit();
  if (now.set && now.left == 0) {
    now.reached = true;
    return nullptr;
  }
  if (now.set) --now.left;
  return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

AllocationLimit::AllocationLimit(std::size_t allowed) noexcept {
  limit() = {true, false, allowed};
}
AllocationLimit::~AllocationLimit() {
  limit() = {};
}
bool AllocationLimit::reached() const noexcept {
  return limit().reached;
}

FreedBlock::FreedBlock(const void* block, std::size_t size) noexcept {
  watched() = {block, size, false, 0};
}
FreedBlock::~FreedBlock() {
  watched() = {};
}
bool FreedBlock::freed() const noexcept {
  return watched().freed;
}
std::size_t FreedBlock::remains() const noexcept {
  return watched().remains;
}

TEST(FreedBlock, SeesWhatAnOrdinaryBufferLeavesBehind) {
  auto plain = std::make_unique<std::uint8_t[]>(32);
  std::fill_n(plain.get(), 32, std::uint8_t{0xA5});
  const FreedBlock block(plain.get(), 32);
  plain.reset();
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 32U);
}

}  // namespace countersign

// The whole program allocates through these, so that the last look at a block is ours. Every form without an
// alignment is here: the sanitizer must not see its own `new` end in our `delete`.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return countersign::allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void* operator new(std::size_t size) {
  if (void* block = operator new(size, std::nothrow)) return block;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void operator delete(void* block) noexcept {
  countersign::look_and_free(block);
}
void operator delete[](void* block) noexcept {
  countersign::look_and_free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  countersign::look_and_free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  countersign::look_and_free(block);
}
void operator delete(void* block, const std::nothrow_t&) noexcept {
  countersign::look_and_free(block);
}
void operator delete[](void* block, const std::nothrow_t&) noexcept {
  countersign::look_and_free(block);
}
