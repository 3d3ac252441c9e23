// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>

namespace zipper {

/// Keeps the meeting point of the processes of one run, on a thread of its own, as long as it lives. It listens at the
/// addresses of this machine that the host name or address stands for, and nowhere else; only a name that means nothing
/// but this machine to itself (Debian gives the own host name the address 127.0.1.1), by which others mean its cards,
/// makes it listen at all of them. Who can't prove the secret, or doesn't in five seconds, is hung up on; nobody waits
/// for anybody who is silent. Nothing is encrypted.
class MeetingServer {
 public:
  /// Throws Error if the name isn't known, is none of this machine's, or the port is taken.
  MeetingServer(const std::string& host, int port, const std::string& secret);
  ~MeetingServer();
  MeetingServer(const MeetingServer&) = delete;
  MeetingServer& operator=(const MeetingServer&) = delete;

  /// How many were hung up on because they couldn't prove the secret.
  int refused() const;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace zipper
