// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/process_group.h"

#include <c10/util/Logging.h>
#include <poll.h>
#include <sys/socket.h>
#include <torch/types.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <thread>

#include "core/support/files.h"
#include "core/support/host_address.h"
#include "core/support/meeting_client.h"
#include "core/support/meeting_server.h"

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

/// Gloo's view of the meeting point. Rank 0 keeps the point, too.
class MeetingStore : public c10d::Store {
 public:
  MeetingStore(std::unique_ptr<MeetingServer> server, MeetingClient client, std::chrono::milliseconds patience)
      : Store(patience), server_(std::move(server)), client_(std::move(client)) {}

  void set(const std::string& key, const std::vector<std::uint8_t>& value) override {
    ask(MeetingVerb::Set, {key, std::string(value.begin(), value.end())});
  }
  std::vector<std::uint8_t> get(const std::string& key) override {
    wait({key}, timeout_);
    const std::string answer = ask(MeetingVerb::Get, {key});
    return {answer.begin() + (answer.empty() ? 0 : 1), answer.end()};
  }
  std::int64_t add(const std::string& key, std::int64_t value) override {
    return std::stoll(ask(MeetingVerb::Add, {key, std::to_string(value)}));
  }
  bool deleteKey(const std::string& key) override { return ask(MeetingVerb::Delete, {key}) == "1"; }
  bool check(const std::vector<std::string>& keys) override { return ask(MeetingVerb::Check, keys) == "1"; }
  std::int64_t getNumKeys() override { return std::stoll(ask(MeetingVerb::Count, {})); }
  void wait(const std::vector<std::string>& keys) override { wait(keys, timeout_); }
  void wait(const std::vector<std::string>& keys, const std::chrono::milliseconds& timeout) override {
    const auto start = MeetingClient::Clock::now();
    while (!check(keys)) {
      if (MeetingClient::Clock::now() - start > timeout) fail("another process didn't say where it listens");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

  /// How many were refused for their secret; 0 elsewhere than at rank 0.
  int refused() const { return server_ ? server_->refused() : 0; }

  /// From now on nothing ends because a stop was requested: the processes agree on where they stop.
  void forgetStop() {
    const std::lock_guard lock(mutex_);
    client_.forgetStop();
  }

 private:
  std::string ask(MeetingVerb verb, const std::vector<std::string>& fields) {
    const std::lock_guard lock(mutex_);
    return client_.ask(verb, fields);
  }

  std::unique_ptr<MeetingServer> server_;
  MeetingClient client_;
  std::mutex mutex_;
};

/// Whether torchrun listens: asked before LibTorch connects, which can't be given up.
bool isListenedAt(const std::string& host, int port) {
  const HostAddresses addresses(host, port);
  for (const addrinfo* address = addresses.first(); address != nullptr; address = address->ai_next) {
    const Descriptor descriptor(::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (descriptor.get() < 0) continue;
    if (::connect(descriptor.get(), address->ai_addr, address->ai_addrlen) == 0) return true;
    pollfd waiting{descriptor.get(), POLLOUT, 0};
    if (errno != EINPROGRESS || ::poll(&waiting, 1, 1000) != 1) continue;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(descriptor.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0) return true;
  }
  return false;
}

/// Meeting the others takes as long as the slowest of them needs: in small pieces, so that it can be given up.
class Meeting {
 public:
  Meeting(const RankPlace& place, const StopToken& stop, const ProcessGroup::Waiting& waiting)
      : place_(place), stop_(stop), waiting_(waiting), start_(Clock::now()) {}

  StorePtr run() {
    StorePtr store = place_.launcherIsMaster ? storeOfLauncher() : ownStore();
    store->set(hereKey(place_.rank), std::vector<std::uint8_t>{1});
    std::vector<std::string> keys;
    keys.reserve(std::size_t(place_.size));
    for (int rank = 0; rank < place_.size; ++rank) keys.push_back(hereKey(rank));
    try {
      while (!store->check(keys)) pause(concat("all ", place_.size, " processes", refusals(*store)));
    } catch (const Cancelled&) {
      leave(*store);
      throw;
    }
    return store;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string hereKey(int rank) { return concat("here/", rank); }

  /// Who came to rank 0's meeting point and was sent away; empty if nobody was.
  static std::string refusals(c10d::Store& store) {
    const auto* own = dynamic_cast<MeetingStore*>(&store);
    const int refused = own == nullptr ? 0 : own->refused();
    return refused == 0 ? ""
                        : concat(" (", refused, " came without the right ZIPPER_RANK_SECRET and ",
                                 refused == 1 ? "was" : "were", " sent away)");
  }

  /// The others go on waiting.
  void leave(c10d::Store& store) const {
    if (auto* own = dynamic_cast<MeetingStore*>(&store)) own->forgetStop();
    try {
      store.deleteKey(hereKey(place_.rank));
    } catch (const std::exception&) {
      // Rank 0 is gone: there are no others.
    }
  }

  /// Waits until the master's name is known, which may be while it starts.
  void waitForName() {
    while (true) {
      std::string reason;
      try {
        HostAddresses(place_.masterAddress, place_.masterPort);
        return;
      } catch (const Error& error) {
        reason = error.what();
      }
      pause(concat("rank 0 (its name: ", reason, ")"), std::chrono::seconds(1));
    }
  }

  StorePtr storeOfLauncher() {
    c10d::TCPStoreOptions options;
    options.port = std::uint16_t(place_.masterPort);
    options.waitWorkers = false;
    options.timeout = place_.patience;
    waitForName();
    while (!isListenedAt(place_.masterAddress, place_.masterPort)) pause("torchrun");
    const auto store = c10::make_intrusive<c10d::TCPStore>(place_.masterAddress, options);
    return c10::make_intrusive<c10d::PrefixStore>("zipper/" + place_.meeting, store);
  }

  /// Rank 0 keeps the meeting point; the others wait until it is there.
  StorePtr ownStore() {
    std::unique_ptr<MeetingServer> server;
    if (place_.rank == 0)
      server = std::make_unique<MeetingServer>(place_.masterAddress, place_.masterPort, place_.secret);
    else
      waitForName();
    MeetingClient client(place_.secret, place_.patience, stop_);
    while (!client.connect(place_.masterAddress, place_.masterPort)) pause("rank 0");
    return c10::make_intrusive<MeetingStore>(std::move(server), std::move(client), place_.patience);
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

/// The network card to talk over: the one that leads to the master. A master at the loopback address means that all
/// processes are on this machine.
std::shared_ptr<gloo::transport::Device> deviceFor(const RankPlace& place) {
  if (!place.networkInterface.empty()) return Gloo::createDeviceForInterface(place.networkInterface);
  if (isLoopback(place.masterAddress)) return Gloo::createDeviceForHostname("127.0.0.1");
  const std::string own = localAddressTowards(place.masterAddress, place.masterPort);
  return own.empty() ? Gloo::createDefaultDevice() : Gloo::createDeviceForHostname(own);
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
    if (auto* own = dynamic_cast<MeetingStore*>(store.get())) own->forgetStop();
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

int rankThatDiffers(const std::string& text, ProcessGroup& group) {
  const std::string digest = sha256(text.data(), text.size()).substr(0, 15);  // fits a number
  const auto numbers = group.gather(std::int64_t(std::stoull(digest, nullptr, 16)));
  const auto other = std::find_if(numbers.begin(), numbers.end(), [&](auto number) { return number != numbers[0]; });
  return other == numbers.end() ? -1 : int(other - numbers.begin());
}

Share shareOf(const ProcessGroupPtr& group) { return group ? group->share() : Share{}; }

bool isFirst(const ProcessGroupPtr& group) { return !group || group->rank() == 0; }

void throwIfStopped(const StopToken& stop, const ProcessGroupPtr& group) {
  if (!group) return stop.throwIfStopped();
  const auto wishes = group->gather(stop.stopRequested() ? 1 : 0);
  if (std::find(wishes.begin(), wishes.end(), 1) != wishes.end()) throw Cancelled();
}

}  // namespace zipper
