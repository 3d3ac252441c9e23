// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/error.h"

#include <c10/util/Exception.h>

#include <new>
#include <opencv2/core.hpp>

namespace zipper {

namespace {

std::string firstLine(std::string text) {
  const auto end = text.find('\n');
  return end == std::string::npos ? text : text.substr(0, end);
}

}  // namespace

std::string describeCurrentException() {
  try {
    throw;
  } catch (const Error& error) {
    return error.what();
  } catch (const c10::Error& error) {
    return concat("LibTorch: ", firstLine(error.what_without_backtrace()));
  } catch (const cv::Exception& error) {
    return concat("OpenCV: ", firstLine(error.err), " (in ", error.func, ")");
  } catch (const std::bad_alloc&) {
    return "not enough memory";
  } catch (const std::exception& error) {
    return firstLine(error.what());
  } catch (...) {
    return "unknown error";
  }
}

}  // namespace zipper
