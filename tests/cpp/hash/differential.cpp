// Makes MACs of cases from stdin, for differential.test.ts to compare with OpenSSL's.
// A case: 1 byte Algorithm, 2 bytes key length, 2 bytes message length (little-endian), key, message.
// Answer: the MACs, one after the other. Exit code 1 for a case that is cut short.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <span>
#include <vector>

#include "cpp/hash/hmac_key.h"

namespace {

bool read(std::span<std::uint8_t> out) {
  return static_cast<bool>(
      std::cin.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size())));
}

std::size_t length_at(std::span<const std::uint8_t> header, std::size_t at) {
  return header[at] + std::size_t{256} * header[at + 1];
}

}  // namespace

int main() {
  using countersign::Algorithm;
  std::array<std::uint8_t, 5> header{};
  while (read(header)) {
    countersign::SecretBytes key(length_at(header, 1));
    std::vector<std::uint8_t> message(length_at(header, 3));
    if (header[0] > static_cast<std::uint8_t>(Algorithm::kSha512) || !read(key.writable()) || !read(message))
      return 1;
    const countersign::Mac mac = countersign::HmacKey(key, static_cast<Algorithm>(header[0])).mac(message);
    std::cout.write(reinterpret_cast<const char*>(mac.bytes().data()),
                    static_cast<std::streamsize>(mac.bytes().size()));
  }
  return std::cin.gcount() == 0 ? 0 : 1;
}
