// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"

#include <cstdio>
#include <cstdlib>
#include <map>

namespace {

std::map<std::string, zipper::tests::RunTest>& allTests() {
  static std::map<std::string, zipper::tests::RunTest> tests;
  return tests;
}

}  // namespace

bool zipper::tests::addTest(const std::string& name, RunTest run) { return allTests().emplace(name, run).second; }

/// PROGRAM TEST [arguments of Qt Test]
int main(int argc, char** argv) {
  const auto test = argc > 1 ? allTests().find(argv[1]) : allTests().end();
  if (test == allTests().end()) {
    std::fprintf(stderr, "name one of these tests, then Qt Test's arguments:\n");
    for (const auto& [name, run] : allTests()) std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
  }
  argv[1] = argv[0];
  const int status = test->second(argc - 1, argv + 1);
  // LibTorch takes apart what it registered, a tenth of a second for each of the tests; nobody looks at that.
  std::fflush(nullptr);
  std::_Exit(status);
}
