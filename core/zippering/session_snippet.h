// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/snippet_network.h"
#include "core/zippering/session_export.h"

namespace zipper {

/// What a program has to know of a file that exportSession() writes for this request. Nothing is computed. Error for
/// names that can't be, or a task that isn't there.
SnippetNetwork snippetOfSession(const Session& session, const ExportRequest& request);

}  // namespace zipper
