// SPDX-License-Identifier: GPL-3.0-or-later

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Without libFuzzer: gives a fuzz target every file of a folder once. Fails if there is none, or if one takes longer
/// than ten seconds of wall time, as only what grows without bound does.
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  int files = 0, slow = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto start = std::chrono::steady_clock::now();
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout);  // the last line names the file that a crash is due to
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    slow += std::chrono::steady_clock::now() - start > std::chrono::seconds(10) ? 1 : 0;
    ++files;
  }
  std::printf("%d files, %d of them took longer than ten seconds\n", files, slow);
  return files > 0 && slow == 0 ? 0 : 1;
}
