// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The assembler copies a file into the read-only data, between two symbols: SYMBOL_begin and SYMBOL_end, which are
/// declared as well; behind it stands a zero. `path`: a string literal. The build has to know that the object depends
/// on the file (OBJECT_DEPENDS).
#define ZIPPER_EMBED(symbol, path)                                                                       \
  __asm__(".section .rodata\n.global " #symbol "_begin\n.balign 16\n" #symbol "_begin:\n.incbin \"" path \
          "\"\n.global " #symbol "_end\n" #symbol "_end:\n.byte 0\n.previous\n");                        \
  extern "C" const char symbol##_begin[];                                                                \
  extern "C" const char symbol##_end[];
