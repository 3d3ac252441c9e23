// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/compute_device.h"

#include <dlfcn.h>
#include <torch/cuda.h>

#include <array>
#include <cstddef>
#include <optional>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* firstCard = "cuda";
constexpr const char* numberedCard = "cuda:";

/// Of "0" to "999", without further zeros before it.
std::optional<int> cardNumber(const std::string& digits) {
  if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos) return {};
  if (digits.size() > 1 && digits.front() == '0') return {};
  return std::stoi(digits);
}

std::optional<ComputeDevice> parsed(const std::string& text) {
  if (text == "cpu") return ComputeDevice{};
  if (text == firstCard) return ComputeDevice{0};
  if (text.rfind(numberedCard, 0) != 0) return {};
  const std::optional<int> number = cardNumber(text.substr(std::string(numberedCard).size()));
  if (!number) return {};
  return ComputeDevice{*number};
}

/// Only with CUDA LibTorch has this library.
bool hasCuda() {
  void* library = ::dlopen("libtorch_cuda.so", RTLD_LAZY | RTLD_NOLOAD);
  if (library != nullptr) ::dlclose(library);
  return library != nullptr;
}

/// What the driver tells of cards. It numbers them as LibTorch does (both obey CUDA_VISIBLE_DEVICES). Its functions are
/// looked up while the program runs: a build without CUDA has none of its headers, and with it there is nothing to
/// link.
class CudaDriver {
 public:
  CudaDriver() : library_(::dlopen("libcuda.so.1", RTLD_LAZY)) {
    const auto start = find<int (*)(unsigned)>("cuInit");
    works_ = start != nullptr && start(0) == success;
  }
  CudaDriver(const CudaDriver&) = delete;
  CudaDriver& operator=(const CudaDriver&) = delete;

  void describe(ComputeCard& card) const {
    const auto deviceOf = find<int (*)(int*, int)>("cuDeviceGet");
    int device = 0;
    if (!works_ || deviceOf == nullptr || deviceOf(&device, card.number) != success) return;
    std::array<char, 256> name{};
    const auto nameOf = find<int (*)(char*, int, int)>("cuDeviceGetName");
    if (nameOf != nullptr && nameOf(name.data(), int(name.size()) - 1, device) == success) card.name = name.data();
    measure(device, card);
  }

 private:
  static constexpr int success = 0;

  /// Asked in the context that LibTorch uses, too, which is made for the time of the question if there is none.
  void measure(int device, ComputeCard& card) const {
    const auto retain = find<int (*)(void**, int)>("cuDevicePrimaryCtxRetain");
    const auto release = find<int (*)(int)>("cuDevicePrimaryCtxRelease_v2");
    const auto push = find<int (*)(void*)>("cuCtxPushCurrent_v2");
    const auto pop = find<int (*)(void**)>("cuCtxPopCurrent_v2");
    const auto memory = find<int (*)(std::size_t*, std::size_t*)>("cuMemGetInfo_v2");
    if (retain == nullptr || release == nullptr || push == nullptr || pop == nullptr || memory == nullptr) return;
    void* context = nullptr;
    if (retain(&context, device) != success) return;
    if (push(context) == success) {
      std::size_t free = 0, total = 0;
      if (memory(&free, &total) == success) card.freeBytes = free, card.totalBytes = total;
      pop(&context);
    }
    release(device);
  }

  template <typename Function>
  Function find(const char* name) const {
    return library_ == nullptr ? nullptr : reinterpret_cast<Function>(::dlsym(library_, name));
  }

  void* library_;  ///< stays loaded: LibTorch uses it, too
  bool works_ = false;
};

}  // namespace

bool isComputeDevice(const std::string& text) { return parsed(text).has_value(); }

ComputeDevice computeDeviceFromString(const std::string& text) {
  const std::optional<ComputeDevice> device = parsed(text);
  if (!device) fail("device: '", text, "' found, ", computeDeviceChoices, " expected");
  return *device;
}

std::string toString(const ComputeDevice& device) {
  return device.isCard() ? concat(numberedCard, device.card) : std::string("cpu");
}

int computeCardCount() { return int(torch::cuda::device_count()); }

std::vector<ComputeCard> computeCards() {
  std::vector<ComputeCard> all;
  const int count = computeCardCount();
  if (count == 0) return all;
  const CudaDriver driver;
  for (int number = 0; number < count; ++number) {
    all.push_back({number, {}, 0, 0});
    driver.describe(all.back());
  }
  return all;
}

void requireDevice(const ComputeDevice& device) {
  if (!device.isCard()) return;
  const int count = computeCardCount();
  if (device.card < count) return;
  if (!hasCuda())
    fail("the device ", toString(device),
         " was asked for, but the LibTorch of this build computes on the CPU alone; choose the device cpu, or build "
         "with a LibTorch that has CUDA");
  if (count == 0)
    fail("the device ", toString(device),
         " was asked for, but CUDA finds no card; choose the device cpu, or see whether nvidia-smi lists one");
  fail("the device ", toString(device), " was asked for, but the last card that CUDA finds is cuda:", count - 1);
}

}  // namespace zipper
