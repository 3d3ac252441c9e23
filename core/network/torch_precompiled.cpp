// Owner of the precompiled LibTorch header: see core/CMakeLists.txt.
