// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/meeting_client.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::chrono::milliseconds aMoment{2000};
constexpr int slice = 100;  ///< milliseconds between looks at the stop token

}  // namespace

void MeetingClient::waitFor(short event, Clock::time_point until) {
  while (true) {
    stop_.throwIfStopped();
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) fail("rank 0 doesn't answer");
    pollfd waiting{socket_.get(), event, 0};
    if (::poll(&waiting, 1, int(std::min<long long>(left, slice))) > 0) return;
  }
}

std::string MeetingClient::receive(std::size_t bytes, Clock::time_point until) {
  std::string result;
  while (result.size() < bytes) {
    waitFor(POLLIN, until);
    char buffer[4096];
    const ssize_t count = ::recv(socket_.get(), buffer, std::min(sizeof buffer, bytes - result.size()), 0);
    if (count == 0) fail("rank 0 hung up");
    if (count < 0 && errno != EAGAIN && errno != EINTR) fail("rank 0: ", std::strerror(errno));
    if (count > 0) result.append(buffer, std::size_t(count));
  }
  return result;
}

void MeetingClient::send(const std::string& bytes, Clock::time_point until) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    waitFor(POLLOUT, until);
    const ssize_t count = ::send(socket_.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN && errno != EINTR) fail("rank 0: ", std::strerror(errno));
    if (count > 0) sent += std::size_t(count);
  }
}

bool MeetingClient::connect(const std::string& host, int port) {
  const HostAddresses addresses(host, port);
  for (const addrinfo* address = addresses.first(); address != nullptr; address = address->ai_next) {
    socket_ = Descriptor(::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket_.get() < 0) continue;
    try {
      if (::connect(socket_.get(), address->ai_addr, address->ai_addrlen) != 0) {
        if (errno != EINPROGRESS) continue;
        waitFor(POLLOUT, Clock::now() + aMoment);
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) continue;
      }
    } catch (const Error&) {
      continue;
    }
    return greet();
  }
  return false;
}

/// Who is silent may be a server that is about to end; who says something else is somebody else.
bool MeetingClient::greet() {
  const auto until = Clock::now() + aMoment;
  std::string greeting;
  try {
    greeting = receive(meetingGreeting().size() + meetingNonceBytes, until);
  } catch (const Error&) {
    return false;
  }
  const std::string serverNonce = greeting.substr(meetingGreeting().size()), nonce = meetingNonce();
  if (greeting.compare(0, meetingGreeting().size(), meetingGreeting()) != 0)
    fail("somebody answers there who isn't rank 0 of this version of zipper");
  send(nonce + meetingProof(secret_, "client", serverNonce, nonce), until);
  const bool welcome = receive(1, until) == "\1";
  if (!welcome || !isSameProof(receive(meetingProofBytes, until), meetingProof(secret_, "server", serverNonce, nonce)))
    fail("rank 0 has another secret (ZIPPER_RANK_SECRET)");
  return true;
}

std::string MeetingClient::ask(MeetingVerb verb, const std::vector<std::string>& fields) {
  const auto until = Clock::now() + patience_;
  const std::string request = meetingRequest(verb, fields);
  if (request.size() > mostMeetingBytes) fail("meeting: a request of ", request.size(), " bytes");
  send(framed(request), until);
  const std::size_t length = frameLength(receive(4, until).data());
  if (length > mostMeetingBytes) fail("rank 0 answers with ", length, " bytes");
  return receive(length, until);
}

}  // namespace zipper
