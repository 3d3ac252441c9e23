// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace zipper {

/// What every exported web page consists of: the files of core/exports/web/, which are in the program.
struct WebPageParts {
  std::string_view page;   ///< HTML with "{{name}}" where the others are to be put
  std::string_view style;  ///< CSS
  std::string runtime;     ///< JavaScript of the worker: it computes the network
  std::string script;      ///< JavaScript of the page
};

const WebPageParts& webPageParts();

/// What stands before and behind the network (JSON) and its weights (base64) in a page.
inline constexpr std::string_view webPageNetworkStart = "<script type=\"application/json\" id=\"network\">";
inline constexpr std::string_view webPageWeightsStart = "<script type=\"text/plain\" id=\"weights\">";
inline constexpr std::string_view webPageScriptEnd = "</script>";

}  // namespace zipper
