// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

namespace zipper {

/// The one error type of the engine. Its message is one line that names the file, the layer or the key, says what was
/// expected and what was found, and where there is one, what to do.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Thrown by long computations when their stop token asked them to end. Nothing that was finished before is lost.
class Cancelled : public std::runtime_error {
 public:
  Cancelled() : std::runtime_error("cancelled") {}
};

/// Streams all parts into one string: concat("layer ", 3, " has ", 2.5).
template <typename... Parts>
std::string concat(const Parts&... parts) {
  std::ostringstream out;
  (out << ... << parts);
  return out.str();
}

/// Throws an Error whose message is the concatenation of the parts.
template <typename... Parts>
[[noreturn]] void fail(const Parts&... parts) {
  throw Error(concat(parts...));
}

/// To be called inside a catch block: one readable line for the exception in flight, whatever library threw it
/// (zipper::Error, c10::Error without its backtrace, cv::Exception, std::exception).
std::string describeCurrentException();

}  // namespace zipper
