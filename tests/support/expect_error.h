// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>
#include <functional>
#include <string>

#include "core/support/error.h"

namespace zipper::test {

/// The message of the zipper::Error that `body` throws; "no error" if it throws none.
inline std::string errorOf(const std::function<void()>& body) {
  try {
    body();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace zipper::test

/// Fails the test unless the message of the Error that `expression` throws holds `part`.
#define ZIPPER_EXPECT_ERROR(expression, part)                                          \
  do {                                                                                 \
    const std::string errorFound = zipper::test::errorOf([&] { (void)(expression); }); \
    QVERIFY2(errorFound.find(part) != std::string::npos, errorFound.c_str());          \
  } while (false)
