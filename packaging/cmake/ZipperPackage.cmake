# cmake --build BUILD_DIR --target package: a Debian package of what is installed.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zipper-workbench)
set(CPACK_PACKAGE_VENDOR "The Zipper Workbench authors")
set(CPACK_PACKAGE_CONTACT "The Zipper Workbench authors <noreply@zipperworkbench.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "merge trained MobileNets into one multitask network")
set(CPACK_PACKAGE_DESCRIPTION
"Zipper Workbench loads trained MobileNet networks, two or more, and merges them
layer by layer (zippering): the pointwise convolutions of all become one shared
layer, which is initialized and then calibrated against the labels of all
tasks and the original networks.
.
The package has two programs over one engine: zipper-workbench, a window that
shows the zipper close, the losses fall and the accuracy of each task after
every step; and zipper, the command line for scripts and for machines without a
screen. Two small networks with their data are included to play with.")

set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# dpkg-shlibdeps finds the libraries that the programs are linked with. Others are loaded at run time: the platforms come with
# libqt6gui6, what reads SVG icons with a package of its own since Debian 13. LibTorch takes any BLAS; this one shares its
# threads (OpenMP).
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-openmp, qt6-svg-plugins | libqt6svg6 (<< 6.7.2-5~)")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "desktop-file-utils, fonts-dejavu-core, hicolor-icon-theme, libgl1-mesa-dri, qt6-translations-l10n, shared-mime-info")

include(CPack)
