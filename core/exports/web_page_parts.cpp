// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/web_page_parts.h"

#include "core/support/embedded_file.h"

ZIPPER_EMBED(zipper_web_page, ZIPPER_WEB_PAGE "/page.html")
ZIPPER_EMBED(zipper_web_style, ZIPPER_WEB_PAGE "/style.css")
ZIPPER_EMBED(zipper_web_assembler, ZIPPER_WEB_PAGE "/assembler.js")
ZIPPER_EMBED(zipper_web_kernels, ZIPPER_WEB_PAGE "/kernels.js")
ZIPPER_EMBED(zipper_web_operations, ZIPPER_WEB_PAGE "/operations.js")
ZIPPER_EMBED(zipper_web_runtime, ZIPPER_WEB_PAGE "/runtime.js")
ZIPPER_EMBED(zipper_web_worker, ZIPPER_WEB_PAGE "/worker.js")
ZIPPER_EMBED(zipper_web_texts, ZIPPER_WEB_PAGE "/texts.js")
ZIPPER_EMBED(zipper_web_elements, ZIPPER_WEB_PAGE "/elements.js")
ZIPPER_EMBED(zipper_web_pictures, ZIPPER_WEB_PAGE "/pictures.js")
ZIPPER_EMBED(zipper_web_answers, ZIPPER_WEB_PAGE "/answers.js")
ZIPPER_EMBED(zipper_web_about, ZIPPER_WEB_PAGE "/about.js")
ZIPPER_EMBED(zipper_web_main, ZIPPER_WEB_PAGE "/page.js")

#define ZIPPER_WEB_TEXT(symbol) std::string_view(symbol##_begin, std::size_t(symbol##_end - symbol##_begin))

namespace zipper {

const WebPageParts& webPageParts() {
  static const WebPageParts parts = [] {
    WebPageParts made;
    made.page = ZIPPER_WEB_TEXT(zipper_web_page);
    made.style = ZIPPER_WEB_TEXT(zipper_web_style);
    for (const std::string_view text : {ZIPPER_WEB_TEXT(zipper_web_assembler), ZIPPER_WEB_TEXT(zipper_web_kernels),
                                        ZIPPER_WEB_TEXT(zipper_web_operations), ZIPPER_WEB_TEXT(zipper_web_runtime),
                                        ZIPPER_WEB_TEXT(zipper_web_worker)})
      made.runtime += text;
    for (const std::string_view text :
         {ZIPPER_WEB_TEXT(zipper_web_texts), ZIPPER_WEB_TEXT(zipper_web_elements), ZIPPER_WEB_TEXT(zipper_web_pictures),
          ZIPPER_WEB_TEXT(zipper_web_answers), ZIPPER_WEB_TEXT(zipper_web_about), ZIPPER_WEB_TEXT(zipper_web_main)})
      made.script += text;
    return made;
  }();
  return parts;
}

}  // namespace zipper
