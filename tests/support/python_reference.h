// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <QtTest>
#include <map>

#include "core/containers/safetensors.h"
#include "core/support/error.h"
#include "support/forked_program.h"

namespace zipper::test {

/// Runs a script of tests/support with Debian's Python: its output. Fails with what the script says if that fails. All
/// runs of a script are copies of one process.
inline QByteArray runReferenceScript(const char* script, const QStringList& arguments) {
  static std::map<std::string, ForkedProgram> servers;
  const std::string name = script;
  const bool solves = name == "reference_solvers.py", hasPeers = name != "reference_mobilenet.py";
  const char* module = solves ? "scipy.optimize" : hasPeers ? "torchvision" : "torch";
  ForkedProgram& python =
      servers
          .try_emplace(name, ForkedProgram::Texts{"/usr/bin/python3", ZIPPER_TESTS "/support/python_server.py", module})
          .first->second;
  const auto run = python.run(QStringList{QStringLiteral(ZIPPER_TESTS "/support/") + script} + arguments, {}, 100000);
  if (!run) fail("the Python reference was not started or did not end");
  if (run->status != 0) fail("the Python reference failed: ", run->errors.toStdString());
  return run->output;
}

/// Runs a script that takes tensors and gives tensors.
inline NamedTensors runReference(const char* command, const NamedTensors& input,
                                 const std::map<std::string, std::string>& metadata,
                                 const char* script = "reference_mobilenet.py") {
  QTemporaryDir folder;
  const QString in = folder.filePath("in.safetensors"), out = folder.filePath("out.safetensors");
  writeSafetensors(in.toStdString(), input, metadata);
  runReferenceScript(script, {command, in, out});
  return readSafetensors(out.toStdString()).tensors;
}

/// Largest absolute difference relative to the largest absolute value of the reference.
inline double relativeError(const torch::Tensor& found, const torch::Tensor& reference) {
  const double scale = reference.abs().max().item<double>();
  return (found - reference).abs().max().item<double>() / std::max(scale, 1e-12);
}

}  // namespace zipper::test
