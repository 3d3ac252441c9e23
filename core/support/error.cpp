// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/error.h"

#include <c10/util/Exception.h>

#include <new>
#include <opencv2/core.hpp>
#include <string_view>

#include "core/support/out_of_memory.h"

#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr const char* noMemory = "not enough memory; end other programs, or choose smaller batches, images or networks";

std::string firstLine(std::string text) {
  const auto end = text.find('\n');
  return end == std::string::npos ? text : text.substr(0, end);
}

/// LibTorch has no type of its own for it on the CPU; these are its allocators' words.
bool isShortage(std::string_view text) {
  for (const char* words : {"can't allocate memory", "out of memory", "Out of Memory", "not enough memory",
                            "Cannot allocate memory", "OutOfMemory"})
    if (text.find(words) != std::string_view::npos) return true;
  return false;
}

/// To be called inside a catch block.
std::string describeException() {
  try {
    throw;
  } catch (const Error& error) {
    return error.what();
  } catch (const c10::Error& error) {
    return concat("LibTorch: ", firstLine(error.what_without_backtrace()));
  } catch (const cv::Exception& error) {
    return concat("OpenCV: ", firstLine(error.err), " (in ", error.func, ")");
  } catch (const std::exception& error) {
    return firstLine(error.what());
  } catch (...) {
    return "unknown error";
  }
}

}  // namespace

std::string memoryShortage() {
  try {
    throw;
  } catch (const Error&) {
    return {};  // has its words already
  } catch (const std::bad_alloc&) {
    return noMemory;
  } catch (const cv::Exception& error) {
    return error.code == cv::Error::StsNoMem ? noMemory : "";
  } catch (const c10::Error& error) {
    return isShortage(error.what_without_backtrace()) ? noMemory : "";
  } catch (const std::exception& error) {
    return isShortage(error.what()) ? noMemory : "";
  } catch (...) {
    return {};
  }
}

void failIfMemoryIsShort(const std::string& name) {
  const std::string shortage = memoryShortage();
  if (!shortage.empty()) fail(name, ": ", shortage);
}

std::string describeCurrentException() {
  const std::string shortage = memoryShortage();
  return shortage.empty() ? wholePrintable(describeException()) : shortage;
}

}  // namespace zipper
