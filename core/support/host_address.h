// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <netdb.h>

#include <memory>
#include <string>

#include "core/support/descriptor.h"

namespace zipper {

/// What a host name or address stands for; no name: all addresses of this machine, for listening.
class HostAddresses {
 public:
  /// Throws Error with the system's reason if the name isn't known.
  HostAddresses(const std::string& host, int port);
  const addrinfo* first() const { return found_.get(); }

 private:
  std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> found_;
};

/// "localhost" or an address that never leaves the machine.
bool isLoopback(const std::string& host);
/// Whether this is a name by which others mean this machine, but which stands for its loopback address here.
bool meansItself(const std::string& host);
/// The address of this machine's card that leads to the host; nothing is sent. "" if it can't be found out.
std::string localAddressTowards(const std::string& host, int port);

}  // namespace zipper
