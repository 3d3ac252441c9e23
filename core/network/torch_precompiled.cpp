// SPDX-License-Identifier: GPL-3.0-or-later

// Owner of the precompiled LibTorch header: see core/CMakeLists.txt.
