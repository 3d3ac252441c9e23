// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "widgets/style/task_cues.h"

namespace zipper::style {

namespace {

/// A colour of the house in both tones.
struct Tones {
  const char* light;
  const char* dark;
};

constexpr Tones blue{"#0072B2", "#56B4E9"};
constexpr Tones vermilion{"#D55E00", "#FF9248"};
constexpr Tones green{"#00835F", "#2FC99A"};
constexpr Tones purple{"#B8548F", "#E3A3C8"};
constexpr Tones olive{"#7A7400", "#D3D04A"};
constexpr Tones violet{"#5B3DB8", "#9E8CFF"};
constexpr Tones ink{"#333333", "#E6E6E6"};
constexpr Tones amber{"#855200", "#F0C541"};

/// Apart from one another, from green and from amber for those who see no red or no green, too: beside blue and
/// vermilion they differ in lightness. Purple, black or white, violet, crimson.
constexpr std::array<Tones, taskLooks> taskTones{
    {blue, vermilion, {"#82186F", "#D957AB"}, {"#1A1C20", "#F2F2F2"}, {"#6F62F0", "#7B80FF"}, {"#730A10", "#F5345E"}}};

QColor tone(const Tones& tones, const QPalette& palette) { return QColor(isDark(palette) ? tones.dark : tones.light); }

double luminance(const QColor& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](double x, double y) { return float(x + (y - x) * share); };
  return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

std::array<QRgb, 256> viridisTable() {
  cv::Mat ramp(1, 256, CV_8UC1), colors;
  for (int i = 0; i < 256; ++i) ramp.at<uchar>(0, i) = uchar(i);
  cv::applyColorMap(ramp, colors, cv::COLORMAP_VIRIDIS);
  std::array<QRgb, 256> table{};
  for (int i = 0; i < 256; ++i) {
    const auto& bgr = colors.at<cv::Vec3b>(0, i);
    table[std::size_t(i)] = qRgb(bgr[2], bgr[1], bgr[0]);
  }
  return table;
}

std::array<QRgb, 511> divergingTable(bool dark) {
  const QColor middle(dark ? "#202428" : "#F7F7F7"), low(dark ? "#6CC4F5" : "#005A8C"),
      high(dark ? "#FF9248" : "#B34700");
  std::array<QRgb, 511> table{};
  for (int i = 0; i < 511; ++i) {
    const double value = (i - 255) / 255.0;
    table[std::size_t(i)] = mixed(middle, value < 0 ? low : high, std::abs(value)).rgb();
  }
  return table;
}

}  // namespace

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Active, QPalette::Window).lightnessF() <
         palette.color(QPalette::Active, QPalette::WindowText).lightnessF();
}

QColor taskColor(int task, const QPalette& palette) {
  return tone(taskTones[std::size_t(std::max(0, task)) % taskTones.size()], palette);
}

QColor mergedColor(const QPalette& palette) { return tone(green, palette); }

QColor workColor(const QPalette& palette) { return tone(amber, palette); }

QColor seriesColor(int index, const QPalette& palette) {
  static constexpr std::array<Tones, 5> tones{green, purple, olive, violet, ink};
  return tone(tones[std::size_t(std::max(0, index)) % tones.size()], palette);
}

QColor errorColor(const QPalette& palette) { return QColor(isDark(palette) ? "#FF8A80" : "#B3261E"); }

QColor mutedText(const QPalette& palette) {
  return mixed(palette.color(QPalette::Active, QPalette::WindowText), palette.color(QPalette::Active, QPalette::Window),
               0.32);
}

QColor gridColor(const QPalette& palette) {
  return mixed(palette.color(QPalette::Active, QPalette::Base), palette.color(QPalette::Active, QPalette::Text), 0.14);
}

QColor cardColor(const QPalette& palette) {
  return mixed(palette.color(QPalette::Active, QPalette::Window), palette.color(QPalette::Active, QPalette::WindowText),
               0.05);
}

QRgb sequentialColor(double value) {
  static const std::array<QRgb, 256> table = viridisTable();
  if (std::isnan(value)) return qRgba(0, 0, 0, 0);
  return table[std::size_t(std::lround(std::clamp(value, 0.0, 1.0) * 255))];
}

QRgb divergingColor(double value, bool dark) {
  static const std::array<QRgb, 511> light = divergingTable(false), darkTable = divergingTable(true);
  if (std::isnan(value)) return qRgba(0, 0, 0, 0);
  return (dark ? darkTable : light)[std::size_t(std::lround(std::clamp(value, -1.0, 1.0) * 255) + 255)];
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace zipper::style
