// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/process_group.h"

#include <c10/util/Logging.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <torch/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>

#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

namespace zipper {

namespace {

/// Keeps LibTorch from writing lines about sockets of its own as long as it lives: what they say is in the messages.
class QuietLog {
 public:
  QuietLog() {
#ifdef C10_USE_GLOG
    FLAGS_minloglevel = google::GLOG_FATAL;
#endif
  }
  ~QuietLog() {
#ifdef C10_USE_GLOG
    FLAGS_minloglevel = before_;
#endif
  }
  QuietLog(const QuietLog&) = delete;
  QuietLog& operator=(const QuietLog&) = delete;

 private:
#ifdef C10_USE_GLOG
  const int before_ = FLAGS_minloglevel;
#endif
};

}  // namespace

#ifdef USE_C10D_GLOO

namespace {

using Gloo = c10d::ProcessGroupGloo;
using StorePtr = c10::intrusive_ptr<c10d::Store>;

/// Whether somebody listens at one of the addresses: asked before LibTorch connects, which can't be given up.
bool isListenedAt(const addrinfo* addresses) {
  for (; addresses != nullptr; addresses = addresses->ai_next) {
    const int descriptor = ::socket(addresses->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) continue;
    bool connected = ::connect(descriptor, addresses->ai_addr, addresses->ai_addrlen) == 0;
    pollfd waiting{descriptor, POLLOUT, 0};
    if (!connected && errno == EINPROGRESS && ::poll(&waiting, 1, 1000) == 1) {
      int error = 0;
      socklen_t size = sizeof error;
      connected = ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }
    ::close(descriptor);
    if (connected) return true;
  }
  return false;
}

/// Meeting the others takes as long as the slowest of them needs: in small pieces, so that it can be given up.
class Meeting {
 public:
  Meeting(const RankPlace& place, const StopToken& stop, const ProcessGroup::Waiting& waiting)
      : place_(place), stop_(stop), waiting_(waiting), start_(Clock::now()) {}

  StorePtr run() {
    StorePtr store = openStore();
    store->set(hereKey(place_.rank), std::vector<std::uint8_t>{1});
    std::vector<std::string> keys;
    keys.reserve(std::size_t(place_.size));
    for (int rank = 0; rank < place_.size; ++rank) keys.push_back(hereKey(rank));
    try {
      while (!store->check(keys)) pause(concat("all ", place_.size, " processes"));
    } catch (const Cancelled&) {
      store->deleteKey(hereKey(place_.rank));  // the others go on waiting
      throw;
    }
    return store;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string hereKey(int rank) { return concat("here/", rank); }

  using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

  /// Waits until the master's name is known, which may be while it starts.
  Addresses addressesOfMaster() {
    addrinfo wanted{}, *found = nullptr;
    wanted.ai_socktype = SOCK_STREAM;
    const std::string port = std::to_string(place_.masterPort);
    while (const int error = ::getaddrinfo(place_.masterAddress.c_str(), port.c_str(), &wanted, &found))
      pause(concat("rank 0 (its name: ", gai_strerror(error), ")"), std::chrono::seconds(1));
    return {found, &::freeaddrinfo};
  }

  /// Where the processes find each other. Rank 0 keeps it, unless the launcher does; the others wait until it is there.
  StorePtr openStore() {
    c10d::TCPStoreOptions options;
    options.port = std::uint16_t(place_.masterPort);
    options.isServer = place_.rank == 0 && !place_.launcherIsMaster;
    options.waitWorkers = false;
    options.timeout = place_.patience;
    if (!options.isServer) {
      const Addresses addresses = addressesOfMaster();
      while (!isListenedAt(addresses.get())) pause("rank 0");
    }
    const auto store = c10::make_intrusive<c10d::TCPStore>(place_.masterAddress, options);
    return c10::make_intrusive<c10d::PrefixStore>("zipper/" + place_.meeting, store);
  }

  bool isOver() const { return Clock::now() - start_ >= place_.patience; }

  void pause(const std::string& whom, std::chrono::milliseconds time = std::chrono::milliseconds(50)) {
    stop_.throwIfStopped();
    if (isOver()) fail(whom, " not met within ", place_.patience.count(), " s");
    if (waiting_ && !told_ && Clock::now() - start_ > std::chrono::seconds(1)) {
      waiting_(concat(whom, " at ", place_.masterAddress, ":", place_.masterPort));
      told_ = true;
    }
    std::this_thread::sleep_for(time);
  }

  const RankPlace& place_;
  const StopToken& stop_;
  const ProcessGroup::Waiting& waiting_;
  const Clock::time_point start_;
  bool told_ = false;
};

bool isLoopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.rfind("127.", 0) == 0;
}

/// The network card to talk over. A master at the loopback address means that all processes are on this machine.
std::shared_ptr<gloo::transport::Device> deviceFor(const RankPlace& place) {
  if (!place.networkInterface.empty()) return Gloo::createDeviceForInterface(place.networkInterface);
  if (isLoopback(place.masterAddress)) return Gloo::createDeviceForHostname("127.0.0.1");
  return Gloo::createDefaultDevice();
}

constexpr std::size_t fewBytes = 1 << 14;

std::string aliveKey(int rank) { return concat("alive/", rank); }

}  // namespace

struct ProcessGroup::Connection {
  StorePtr store;
  std::unique_ptr<Gloo> gloo;

  Connection(const RankPlace& place, const StopToken& stop, const ProcessGroup::Waiting& waiting)
      : store(Meeting(place, stop, waiting).run()) {
    const auto options = Gloo::Options::create(place.patience);
    options->devices.push_back(deviceFor(place));
    options->threads = 1;
    gloo = std::make_unique<Gloo>(store, place.rank, place.size, options);
  }

  /// Of a few numbers everybody gets those of all and adds them up: half as many messages one after another.
  void sum(at::Tensor& tensor) const {
    std::vector<at::Tensor> tensors{tensor};
    if (std::size_t(tensor.numel()) * tensor.element_size() > fewBytes) {
      gloo->allreduce(tensors)->wait();
      return;
    }
    std::vector<std::vector<at::Tensor>> gathered(1);
    for (int rank = 0; rank < gloo->getSize(); ++rank) gathered[0].push_back(torch::empty_like(tensor));
    gloo->allgather(gathered, tensors)->wait();
    tensor.zero_();
    for (const at::Tensor& ofRank : gathered[0]) tensor += ofRank;
  }

  /// After a failure: hangs up, so that the others notice too, and asks who is still there. Rank 0 keeps the store and
  /// stays the longest.
  std::vector<int> missing(const RankPlace& place) {
    gloo.reset();
    std::vector<int> ranks;
    try {
      store->set(aliveKey(place.rank), std::vector<std::uint8_t>{1});
      std::this_thread::sleep_for(std::chrono::milliseconds(place.rank == 0 ? 1500 : 1000));
      for (int rank = 0; rank < place.size; ++rank)
        if (!store->check({aliveKey(rank)})) ranks.push_back(rank);
    } catch (const std::exception&) {
      ranks = {0};
    }
    return ranks;
  }
};

#else

struct ProcessGroup::Connection {
  Connection(const RankPlace&, const StopToken&, const ProcessGroup::Waiting&) {
    throw Error("this program was built without Gloo; build it with Debian's libgloo-dev");
  }
  void sum(at::Tensor&) const {}
  std::vector<int> missing(const RankPlace&) { return {}; }
};

#endif

ProcessGroup::ProcessGroup(const RankPlace& place, const StopToken& stop, const Waiting& waiting) : place_(place) {
  try {
    const QuietLog quiet;
    connection_ = std::make_unique<Connection>(place, stop, waiting);
  } catch (const Cancelled&) {
    throw;
  } catch (...) {
    std::string reason = describeCurrentException();
    while (!reason.empty() && (reason.back() == '.' || reason.back() == ' ')) reason.pop_back();
    fail("rank ", place.rank, " of ", place.size, " can't meet the others at ", place.masterAddress, ":",
         place.masterPort, " (MASTER_ADDR, MASTER_PORT): ", reason,
         "; start all processes with the same address of rank 0's machine and a free port");
  }
}

ProcessGroup::~ProcessGroup() = default;

std::shared_ptr<ProcessGroup> ProcessGroup::fromEnvironment(const StopToken& stop, const Waiting& waiting) {
  const auto place = rankPlaceFromEnvironment();
  return place ? std::make_shared<ProcessGroup>(*place, stop, waiting) : nullptr;
}

/// To be called inside a catch block.
void ProcessGroup::giveUp() {
  const std::string reason = describeCurrentException();
  std::string lost;
  if (connection_)
    for (const int rank : connection_->missing(place_)) lost += concat(lost.empty() ? "" : ", ", rank);
  connection_.reset();
  throw RankLost(concat(lost.empty() ? "another rank" : "rank " + lost, " of ", place_.size, " was lost; seen by rank ",
                        place_.rank, ": ", reason));
}

void ProcessGroup::sum(at::Tensor& tensor) {
  if (!connection_) throw RankLost("another rank was lost before");
  if (tensor.numel() == 0) return;
  at::Tensor dense = tensor.detach().contiguous();
  try {
    connection_->sum(dense);
  } catch (...) {
    giveUp();
  }
  if (!dense.is_same(tensor) && dense.data_ptr() != tensor.data_ptr()) tensor.detach().copy_(dense);
}

void ProcessGroup::sum(double* values, std::size_t count) {
  at::Tensor tensor = torch::from_blob(values, {std::int64_t(count)}, torch::kFloat64);
  sum(tensor);
}

std::vector<std::int64_t> ProcessGroup::gather(std::int64_t own) {
  std::vector<std::int64_t> numbers(std::size_t(size()), 0);
  numbers[std::size_t(rank())] = own;
  at::Tensor tensor = torch::from_blob(numbers.data(), {size()}, torch::kInt64);
  sum(tensor);
  return numbers;
}

Share shareOf(const ProcessGroupPtr& group) { return group ? group->share() : Share{}; }

bool isFirst(const ProcessGroupPtr& group) { return !group || group->rank() == 0; }

void throwIfStopped(const StopToken& stop, const ProcessGroupPtr& group) {
  if (!group) return stop.throwIfStopped();
  const auto wishes = group->gather(stop.stopRequested() ? 1 : 0);
  if (std::find(wishes.begin(), wishes.end(), 1) != wishes.end()) throw Cancelled();
}

}  // namespace zipper
