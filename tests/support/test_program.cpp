// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

namespace {

std::map<std::string, zipper::tests::RunTest>& allTests() {
  static std::map<std::string, zipper::tests::RunTest> tests;
  return tests;
}

/// LibTorch takes apart what it registered at the end, a tenth of a second for each test; nobody looks at that.
[[noreturn]] void leave(int status) {
  std::fflush(nullptr);
  std::_Exit(status);
}

bool hasOneThread() {
  const std::filesystem::directory_iterator threads("/proc/self/task");
  return std::distance(begin(threads), end(threads)) == 1;
}

/// What waitpid() tells of a copy of this process that runs the test. Where a library has started threads already, the
/// copy starts the program anew: it would lack them.
int runInCopy(const std::string& name, zipper::tests::RunTest run, char* program) {
  std::fflush(nullptr);
  const pid_t copy = ::fork();
  if (copy == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!hasOneThread()) ::execl("/proc/self/exe", program, name.c_str(), nullptr);
    char* arguments[]{program, nullptr};
    leave(run(1, arguments));
  }
  int status = 0;
  return copy > 0 && ::waitpid(copy, &status, 0) == copy ? status : W_EXITCODE(125, 0);
}

/// Runs each in a copy of the process, so that LibTorch is loaded once: that takes half a second. Tells how each ended.
int runAll(const std::vector<std::string>& names, char* program) {
  std::vector<std::string> lines;
  bool allPassed = true;
  for (const std::string& name : names) {
    const auto start = std::chrono::steady_clock::now();
    const int status = runInCopy(name, allTests().at(name), program);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const bool passed = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    allPassed = allPassed && passed;
    const std::string how = passed                ? "passed"
                            : WIFSIGNALED(status) ? "FAILED: ended by signal " + std::to_string(WTERMSIG(status))
                                                  : "FAILED: exit status " + std::to_string(WEXITSTATUS(status));
    lines.push_back(std::to_string(seconds.count()).substr(0, 5) + " s  " + name + "  " + how);
  }
  for (const std::string& line : lines) std::printf("%s\n", line.c_str());
  return allPassed ? 0 : 1;
}

}  // namespace

bool zipper::tests::addTest(const std::string& name, RunTest run) { return allTests().emplace(name, run).second; }

/// PROGRAM TEST [arguments of Qt Test]
/// PROGRAM TEST TEST ...
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  std::size_t tests = 0;
  while (tests < arguments.size() && allTests().count(arguments[tests]) > 0) ++tests;
  if (tests == 0 || (tests > 1 && tests < arguments.size())) {
    std::fprintf(stderr, "name one of these tests, then Qt Test's arguments, or several tests:\n");
    for (const auto& [name, run] : allTests()) std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
  }
  if (tests > 1) leave(runAll(arguments, argv[0]));
  argv[1] = argv[0];
  leave(allTests().at(arguments[0])(argc - 1, argv + 1));
}
