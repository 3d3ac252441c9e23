// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/series_looks.h"

#include <array>

namespace zipper {

namespace {

struct Look {
  int color;
  ChartLine line;
  ChartMarker marker;
};

/// Lines and markers are the second cue beside the colour.
constexpr std::array<Look, 6> looks{{{0, ChartLine::Solid, ChartMarker::Circle},
                                     {1, ChartLine::Dashed, ChartMarker::Square},
                                     {2, ChartLine::DashDot, ChartMarker::Triangle},
                                     {3, ChartLine::Dotted, ChartMarker::Diamond},
                                     {5, ChartLine::LongDashed, ChartMarker::FallingTriangle},
                                     {6, ChartLine::DashDotDot, ChartMarker::Cross}}};

}  // namespace

ChartSeries seriesWithLook(const std::string& name, int number) {
  const Look& look = looks[std::size_t(number) % looks.size()];
  return {name, look.color, look.line, look.marker, false, {}};
}

}  // namespace zipper
