#include "core/support/process_group.h"

#include <torch/types.h>

#include <algorithm>
#include <thread>

#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

namespace zipper {

#ifdef USE_C10D_GLOO

namespace {

using Gloo = c10d::ProcessGroupGloo;
using StorePtr = c10::intrusive_ptr<c10d::Store>;

/// Where the processes find each other.
StorePtr openStore(const RankPlace& place) {
  c10d::TCPStoreOptions options;
  options.port = std::uint16_t(place.masterPort);
  options.isServer = place.rank == 0 && !place.launcherIsMaster;
  options.waitWorkers = false;  // Gloo waits for them anyway
  options.timeout = place.patience;
  const auto store = c10::make_intrusive<c10d::TCPStore>(place.masterAddress, options);
  return c10::make_intrusive<c10d::PrefixStore>("zipper/" + place.meeting, store);
}

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

  explicit Connection(const RankPlace& place) : store(openStore(place)) {
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
  explicit Connection(const RankPlace&) {
    throw Error("this program was built without Gloo; build it with Debian's libgloo-dev");
  }
  void sum(at::Tensor&) const {}
  std::vector<int> missing(const RankPlace&) { return {}; }
};

#endif

ProcessGroup::ProcessGroup(const RankPlace& place) : place_(place) {
  try {
    connection_ = std::make_unique<Connection>(place);
  } catch (...) {
    fail("rank ", place.rank, " of ", place.size, " can't meet the others at ", place.masterAddress, ":",
         place.masterPort, " (MASTER_ADDR, MASTER_PORT) within ", place.patience.count(),
         " s: ", describeCurrentException(),
         "; start all processes with the same address of rank 0's machine and a free port");
  }
}

ProcessGroup::~ProcessGroup() = default;

std::shared_ptr<ProcessGroup> ProcessGroup::fromEnvironment() {
  const auto place = rankPlaceFromEnvironment();
  return place ? std::make_shared<ProcessGroup>(*place) : nullptr;
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
