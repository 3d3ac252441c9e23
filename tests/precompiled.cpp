// Owner of the precompiled headers of tests: see CMakeLists.txt.
