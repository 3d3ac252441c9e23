// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "core/support/host_address.h"
#include "core/support/meeting_messages.h"
#include "core/support/stop_token.h"

namespace zipper {

/// One process's connection to a MeetingServer. Nothing waits longer than `patience`, and everything ends at once with
/// Cancelled if a stop is requested.
class MeetingClient {
 public:
  using Clock = std::chrono::steady_clock;

  MeetingClient(std::string secret, std::chrono::milliseconds patience, StopToken stop)
      : secret_(std::move(secret)), patience_(patience), stop_(std::move(stop)) {}

  /// False if nobody listens there, or who does says nothing for a moment: it may be tried again. Throws Error if
  /// somebody else than a server of this program answers, or one with another secret.
  bool connect(const std::string& host, int port);

  /// The answer to a request. Throws Error if the server is gone or silent.
  std::string ask(MeetingVerb verb, const std::vector<std::string>& fields);

  /// From now on requests don't mind a stop.
  void forgetStop() { stop_ = StopToken(); }
  const StopToken& stop() const { return stop_; }

 private:
  bool greet();
  std::string receive(std::size_t bytes, Clock::time_point until);
  void send(const std::string& bytes, Clock::time_point until);
  void waitFor(short event, Clock::time_point until);

  std::string secret_;
  std::chrono::milliseconds patience_;
  StopToken stop_;
  Descriptor socket_;
};

}  // namespace zipper
