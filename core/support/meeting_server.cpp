// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/meeting_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <list>
#include <thread>
#include <vector>

#include "core/support/error.h"
#include "core/support/host_address.h"
#include "core/support/meeting_messages.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patienceWithStrangers{5};
constexpr std::size_t mostStrangers = 64;
constexpr std::size_t mostUnsent = std::size_t(1) << 20;

struct Peer {
  Descriptor socket;
  std::string nonce, in, out;
  Clock::time_point arrived = Clock::now();
  bool trusted = false, leaving = false;
};

Descriptor listenAt(const addrinfo& address) {
  Descriptor descriptor(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int yes = 1;
  ::setsockopt(descriptor.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (address.ai_family == AF_INET6) ::setsockopt(descriptor.get(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  if (::bind(descriptor.get(), address.ai_addr, address.ai_addrlen) != 0 || ::listen(descriptor.get(), 128) != 0)
    return Descriptor();
  return descriptor;
}

/// At each address that is this machine's. Throws Error if there is none.
std::vector<Descriptor> listenAtAll(const std::string& host, int port) {
  const HostAddresses addresses(meansItself(host) ? "" : host, port);
  std::vector<Descriptor> listening;
  int error = 0;
  for (const addrinfo* address = addresses.first(); address != nullptr; address = address->ai_next) {
    Descriptor descriptor = listenAt(*address);
    if (descriptor.get() >= 0)
      listening.push_back(std::move(descriptor));
    else if (error == 0 || errno == EADDRINUSE)
      error = errno;
  }
  if (listening.empty()) fail("can't listen there: ", std::strerror(error));
  return listening;
}

}  // namespace

class MeetingServer::Loop {
 public:
  Loop(const std::string& host, int port, std::string secret)
      : secret_(std::move(secret)),
        listening_(listenAtAll(host, port)),
        wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (wake_.get() < 0) fail("no event descriptor: ", std::strerror(errno));
    thread_ = std::thread([this] { run(); });
  }

  ~Loop() {
    const std::uint64_t one = 1;
    over_ = true;
    if (::write(wake_.get(), &one, sizeof one) != ssize_t(sizeof one)) {
      // poll() returns every quarter of a second anyway
    }
    thread_.join();
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  int refused() const { return refused_; }

 private:
  void run() {
    while (!over_) {
      std::vector<pollfd> waiting{{wake_.get(), POLLIN, 0}};
      for (const Descriptor& descriptor : listening_) waiting.push_back({descriptor.get(), POLLIN, 0});
      for (const Peer& peer : peers_)
        waiting.push_back({peer.socket.get(), short(POLLIN | (peer.out.empty() ? 0 : POLLOUT)), 0});
      ::poll(waiting.data(), waiting.size(), 250);
      std::size_t at = 1 + listening_.size();
      for (auto peer = peers_.begin(); peer != peers_.end(); ++at)
        peer = serve(*peer, waiting[at].revents) ? std::next(peer) : peers_.erase(peer);
      for (std::size_t i = 0; i < listening_.size(); ++i)
        if (waiting[1 + i].revents != 0) welcome(listening_[i]);
    }
  }

  void welcome(const Descriptor& listening) {
    Descriptor descriptor(::accept4(listening.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (descriptor.get() < 0) {
      if (errno == EMFILE || errno == ENFILE) std::this_thread::sleep_for(std::chrono::milliseconds(50));
      return;
    }
    const auto stranger = [](const Peer& peer) { return !peer.trusted; };
    if (std::size_t(std::count_if(peers_.begin(), peers_.end(), stranger)) >= mostStrangers)
      peers_.erase(std::find_if(peers_.begin(), peers_.end(), stranger));  // the one that came first
    Peer peer;
    peer.socket = std::move(descriptor);
    peer.nonce = meetingNonce();
    peer.out = meetingGreeting() + peer.nonce;
    peers_.push_back(std::move(peer));
  }

  /// False if the peer is to be hung up on.
  bool serve(Peer& peer, int events) {
    if (!peer.trusted && Clock::now() - peer.arrived > patienceWithStrangers) return false;
    if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive(peer)) return false;
    try {
      if (!peer.trusted) hear(peer);
      if (peer.trusted) answer(peer);
    } catch (const std::exception&) {
      return false;
    }
    return peer.out.size() <= mostUnsent && send(peer) && !(peer.leaving && peer.out.empty());
  }

  static bool receive(Peer& peer) {
    char buffer[4096];
    const ssize_t count = ::recv(peer.socket.get(), buffer, sizeof buffer, 0);
    if (count > 0) peer.in.append(buffer, std::size_t(count));
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
  }

  static bool send(Peer& peer) {
    if (peer.out.empty()) return true;
    const ssize_t count = ::send(peer.socket.get(), peer.out.data(), peer.out.size(), MSG_NOSIGNAL);
    if (count > 0) peer.out.erase(0, std::size_t(count));
    return count >= 0 || errno == EAGAIN || errno == EINTR;
  }

  /// The proof of one who isn't trusted yet.
  void hear(Peer& peer) {
    if (peer.leaving || peer.in.size() < meetingNonceBytes + meetingProofBytes) return;
    const std::string nonce = peer.in.substr(0, meetingNonceBytes);
    const std::string proof = peer.in.substr(meetingNonceBytes, meetingProofBytes);
    peer.in.erase(0, meetingNonceBytes + meetingProofBytes);
    peer.trusted = isSameProof(proof, meetingProof(secret_, "client", peer.nonce, nonce));
    peer.leaving = !peer.trusted;
    if (peer.leaving) ++refused_;
    peer.out += peer.trusted ? '\1' : '\0';
    if (peer.trusted) peer.out += meetingProof(secret_, "server", peer.nonce, nonce);
  }

  void answer(Peer& peer) {
    while (peer.in.size() >= 4) {
      const std::size_t length = frameLength(peer.in.data());
      if (length > mostMeetingBytes) fail("meeting: a request of ", length, " bytes");
      if (peer.in.size() < 4 + length) return;
      peer.out += framed(table_.answer(peer.in.substr(4, length)));
      peer.in.erase(0, 4 + length);
    }
  }

  const std::string secret_;
  std::vector<Descriptor> listening_;
  Descriptor wake_;
  std::list<Peer> peers_;
  MeetingTable table_;
  std::atomic<bool> over_{false};
  std::atomic<int> refused_{0};
  std::thread thread_;
};

MeetingServer::MeetingServer(const std::string& host, int port, const std::string& secret)
    : loop_(std::make_unique<Loop>(host, port, secret)) {}

MeetingServer::~MeetingServer() = default;

int MeetingServer::refused() const { return loop_->refused(); }

}  // namespace zipper
