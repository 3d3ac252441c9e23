// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/exports/snippet.h"
#include "core/exports/snippet_network.h"

namespace zipper {

/// Any text as a literal of a language, with its quotation marks: ASCII, nothing in it ends the literal, starts a
/// template or ends an element of HTML. What isn't UTF-8 becomes U+FFFD.
std::string pythonLiteral(const std::string& text);
std::string javaScriptLiteral(const std::string& text);
std::string kotlinLiteral(const std::string& text);
/// The bytes of the text as they are.
std::string cppLiteral(const std::string& text);

/// The pattern with each @NAME@ replaced by the text of that name; what is put in isn't looked at again. Names are
/// capitals and '_'; each that the pattern has must be there.
std::string filled(const std::string& pattern, const std::map<std::string, std::string>& texts);

/// "a, b, c", broken into lines of up to 110 columns that begin with `indent`; the first begins at column `column`.
std::string listed(const std::vector<std::string>& items, const std::string& indent, std::size_t column);

/// One literal for each text.
std::vector<std::string> literals(const std::vector<std::string>& texts,
                                  const std::function<std::string(const std::string&)>& literal);

/// mean or std of a spec, one number for each channel, as every language writes it, and `suffix` behind each.
std::string perChannel(const std::vector<double>& values, int channels, const std::string& suffix = "");

/// Whether the names of a task's classes are too many for the text of a snippet.
bool hasManyClasses(const SnippetTask& task);

/// The file with the names of a task's classes that is written beside an exported one: "merged_labels_a.txt".
std::string labelsFileOf(const SnippetTask& task, const std::string& model);

/// Those of all tasks that have many classes.
std::vector<SnippetFile> labelsFiles(const SnippetNetwork& network, const std::string& model);

}  // namespace zipper
