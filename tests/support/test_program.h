// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>
#include <filesystem>
#include <optional>
#include <string>

namespace zipper::tests {

/// Runs one test class with Qt Test's arguments; what it returns is the program's exit status.
using RunTest = int (*)(int argc, char** argv);

/// Tells the folder's test program of the test class in `source`. True, so that it can initialize a variable.
bool addTest(const std::string& name, RunTest run);

/// The name of a test: its file's without ending, e.g. "test_recipe".
inline std::string testName(const char* source) { return std::filesystem::path(source).stem().string(); }

/// What a test needs around it: nothing, a QCoreApplication or a QApplication.
struct NoApplication {
  NoApplication(int&, char**) {}
};

template <typename Application, typename Test>
int runTest(int argc, char** argv) {
  const Application application(argc, argv);
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace zipper::tests

/// At the end of test_SUBJECT.cpp: its test class is run by `PROGRAM test_SUBJECT [arguments of Qt Test]`, where
/// PROGRAM is the one of its folder. The second macro is for tests that need an application object.
#define ZIPPER_TEST(Test) ZIPPER_TEST_WITH(zipper::tests::NoApplication, Test)
#define ZIPPER_TEST_WITH(Application, Test) \
  static const bool added##Test =           \
      zipper::tests::addTest(zipper::tests::testName(__FILE__), zipper::tests::runTest<Application, Test>);
