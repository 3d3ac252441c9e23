// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exact_numbers.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper::cli {

namespace {

/// The whole text as a number; false if it is none, or none that the type holds.
template <typename Number>
bool parse(const std::string& text, Number& number) {
  const char* begin = text.data() + (text.size() > 1 && text[0] == '+' && text[1] != '-' ? 1 : 0);
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(begin, end, number);
  return result.ec == std::errc() && result.ptr == end;
}

/// CLI11 reads the text again: as decimal digits without leading zeros it means to it what it means here.
template <typename Integer>
std::string exactInteger(std::string& text) {
  Integer number = 0;
  if (!parse(text, number))
    return concat(printable(text), " found, a whole number from ", std::numeric_limits<Integer>::min(), " to ",
                  std::numeric_limits<Integer>::max(), " expected");
  text = std::to_string(number);
  return {};
}

std::string exactDecimal(std::string& text) {
  double number = 0;
  if (parse(text, number) && std::isfinite(number)) return {};
  return concat(printable(text), " found, a number such as 0.002 or 2e-3 expected");
}

}  // namespace

void takeExactNumbers(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    for (CLI::Option* option : command->get_options()) {
      const std::string type = option->get_type_name();
      const auto is = [&](const char* name) { return type.rfind(name, 0) == 0; };
      if (is("UINT")) option->transform(CLI::Validator(&exactInteger<std::uint64_t>, ""));
      if (is("INT")) option->transform(CLI::Validator(&exactInteger<std::int32_t>, ""));
      if (is("FLOAT")) option->transform(CLI::Validator(&exactDecimal, ""));
    }
  }
}

}  // namespace zipper::cli
