// SPDX-License-Identifier: GPL-3.0-or-later

// Owner of the precompiled headers of tests: see CMakeLists.txt.
