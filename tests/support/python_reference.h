// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/containers/safetensors.h"
#include "core/support/error.h"

namespace zipper::test {

/// Runs a script of tests/support with Debian's Python, its torch, torchvision and NumPy: tensors in, tensors out.
inline NamedTensors runReference(const char* command, const NamedTensors& input,
                                 const std::map<std::string, std::string>& metadata,
                                 const char* script = "reference_mobilenet.py") {
  QTemporaryDir folder;
  const std::string in = folder.filePath("in.safetensors").toStdString();
  const std::string out = folder.filePath("out.safetensors").toStdString();
  writeSafetensors(in, input, metadata);
  QProcess python;
  python.start("/usr/bin/python3", {QStringLiteral(ZIPPER_TESTS "/support/") + script, command,
                                    QString::fromStdString(in), QString::fromStdString(out)});
  if (!python.waitForFinished(100000) || python.exitCode() != 0)
    fail("the Python reference failed: ", python.readAllStandardError().toStdString());
  return readSafetensors(out).tensors;
}

/// Largest absolute difference relative to the largest absolute value of the reference.
inline double relativeError(const torch::Tensor& found, const torch::Tensor& reference) {
  const double scale = reference.abs().max().item<double>();
  return (found - reference).abs().max().item<double>() / std::max(scale, 1e-12);
}

}  // namespace zipper::test
