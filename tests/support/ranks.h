// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "core/support/host_address.h"
#include "core/support/process_group.h"

namespace zipper::test {

/// A port of this machine that nobody listens at.
inline int freePort() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool found =
      ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0 && address.sin_port != 0;
  ::close(descriptor);
  if (!found) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

/// Somebody else who listens at a port of this machine, as long as it lives.
class Listener {
 public:
  explicit Listener(int port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    if (::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(descriptor_, 1) != 0)
      throw std::runtime_error("can't listen");
  }
  ~Listener() { ::close(descriptor_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

 private:
  int descriptor_;
};

/// Somebody who connects, says this, and stays.
inline Descriptor stranger(const std::string& host, int port, const std::string& words = {}) {
  const HostAddresses addresses(host, port);
  Descriptor descriptor(::socket(addresses.first()->ai_family, SOCK_STREAM, 0));
  if (::connect(descriptor.get(), addresses.first()->ai_addr, addresses.first()->ai_addrlen) != 0) return Descriptor();
  if (!words.empty()) ::send(descriptor.get(), words.data(), words.size(), MSG_NOSIGNAL);
  return descriptor;
}

/// Runs `body` in so many ranks, each on a thread of its own, and returns what they threw, by rank; "" for nothing.
inline std::vector<std::string> inRanks(int size, const std::function<void(const ProcessGroupPtr&)>& body) {
  RankPlace place;
  place.size = size;
  place.masterAddress = "127.0.0.1";
  place.masterPort = freePort();
  place.patience = std::chrono::seconds(20);
  std::vector<std::string> errors(std::size_t(size), "");
  std::vector<std::thread> threads;
  for (place.rank = 0; place.rank < size; ++place.rank)
    threads.emplace_back([place, &body, &error = errors[std::size_t(place.rank)]] {
      try {
        body(std::make_shared<ProcessGroup>(place));
      } catch (...) {
        error = describeCurrentException();
      }
    });
  for (std::thread& thread : threads) thread.join();
  return errors;
}

}  // namespace zipper::test
