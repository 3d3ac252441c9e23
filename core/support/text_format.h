// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace zipper {

/// Numbers for people and for files, independent of the locale that Qt may have set.
/// "3.142"; "nan", "inf", "-inf".
std::string fixedNumber(double value, int decimals);
/// The shortest text that reads back as the same number.
std::string shortestNumber(double value);
std::string shortestNumber(float value);
/// 1234567 -> "1,234,567"
std::string withThousands(std::int64_t value);
/// 1 -> "1 name", 12 -> "12 names"; `names` stands for any number but one.
std::string counted(std::int64_t count, const char* name, const char* names);
/// 0.9123 -> "91.23 %" (the space doesn't break)
std::string percentText(double share);
/// -0.004 -> "−0.40 points" (percentage points)
std::string pointsText(double difference);
/// Decimal units: "12.9 MB", "812 kB".
std::string bytesText(std::int64_t bytes);
/// "41.2 s", "3 min 12 s", "1 h 05 min"
std::string durationText(double seconds);
/// "1.23 ms", "103 ms"
std::string millisecondsText(double milliseconds);
/// A median with the least and the largest of what it is of: "1.50 ms (1.42–1.93)".
std::string millisecondsText(double median, double least, double largest);

/// For text and attribute values of XML and HTML. What isn't UTF-8 and control characters become '?'; newlines stay.
std::string escapeXml(const std::string& text);
/// At most so many characters, the last one an ellipsis if something was cut. `text` is UTF-8.
std::string shortened(const std::string& text, std::size_t characters);
/// Characters (code points) of a UTF-8 text.
std::size_t characterCount(const std::string& text);

}  // namespace zipper
