// Blocks compressed side by side against the same blocks one after the other.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>

#include "cpp/hash/lanes.h"

namespace countersign::testing {

template <typename Hash, typename Lane>
void expect_lanes_to_agree(std::mt19937_64& random) {
  using Word = typename Hash::Word;
  const auto random_lane = [&random] {
    std::array<Word, kLaneCount<Lane>> words{};
    for (Word& word : words) word = static_cast<Word>(random());
    return from_words<Lane>(words);
  };
  typename Hash::template State<Lane> states{};
  typename Hash::template Block<Lane> blocks{};
  for (Lane& word : states) word = random_lane();
  for (Lane& word : blocks) word = random_lane();
  auto together = states;
  Hash::compress(together, blocks);
  for (std::size_t lane = 0; lane < kLaneCount<Lane>; ++lane) {
    typename Hash::template State<Word> state{};
    typename Hash::template Block<Word> block{};
    for (std::size_t i = 0; i < state.size(); ++i) state[i] = to_words(states[i])[lane];
    for (std::size_t i = 0; i < block.size(); ++i) block[i] = to_words(blocks[i])[lane];
    Hash::compress(state, block);
    for (std::size_t i = 0; i < state.size(); ++i) ASSERT_EQ(to_words(together[i])[lane], state[i]);
  }
}

}  // namespace countersign::testing
