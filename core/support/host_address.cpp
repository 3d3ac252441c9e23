// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/host_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "core/support/error.h"

namespace zipper {

namespace {

addrinfo* lookUp(const std::string& host, int port) {
  addrinfo wanted{}, *found = nullptr;
  wanted.ai_socktype = SOCK_STREAM;
  if (host.empty()) wanted.ai_flags = AI_PASSIVE;
  const std::string service = std::to_string(port);
  const int error = ::getaddrinfo(host.empty() ? nullptr : host.c_str(), service.c_str(), &wanted, &found);
  if (error != 0) fail(gai_strerror(error));
  return found;
}

bool isLoopback(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr) >> 24 == 127;
  return address.sa_family == AF_INET6 &&
         IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

}  // namespace

HostAddresses::HostAddresses(const std::string& host, int port) : found_(lookUp(host, port), &::freeaddrinfo) {}

bool isLoopback(const std::string& host) { return host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0; }

bool meansItself(const std::string& host) {
  if (isLoopback(host)) return false;
  const HostAddresses addresses(host, 0);
  for (const addrinfo* address = addresses.first(); address != nullptr; address = address->ai_next)
    if (!isLoopback(*address->ai_addr)) return false;
  return true;
}

std::string localAddressTowards(const std::string& host, int port) {
  try {
    const HostAddresses addresses(host, port);
    for (const addrinfo* address = addresses.first(); address != nullptr; address = address->ai_next) {
      // A datagram socket that is "connected" has chosen its card, and sends nothing.
      const Descriptor descriptor(::socket(address->ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
      sockaddr_storage own{};
      socklen_t size = sizeof own;
      auto* generic = reinterpret_cast<sockaddr*>(&own);
      std::array<char, NI_MAXHOST> name{};
      if (::connect(descriptor.get(), address->ai_addr, address->ai_addrlen) == 0 &&
          ::getsockname(descriptor.get(), generic, &size) == 0 && !isLoopback(*generic) &&
          ::getnameinfo(generic, size, name.data(), name.size(), nullptr, 0, NI_NUMERICHOST) == 0)
        return name.data();
    }
  } catch (const Error&) {
  }
  return "";
}

}  // namespace zipper
