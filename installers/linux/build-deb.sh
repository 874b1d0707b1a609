#!/usr/bin/env bash
# Makes dist/clinicmgr_VERSION_amd64.deb. Build on the oldest Debian to be served: the bundle takes
# the build machine's libraries along, so the xcb ones that Qt needs must be installed here (dev.py
# sees to that). Needs: pyinstaller in .venv, dpkg-deb.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
package=build/deb/clinicmgr
.venv/bin/python -m PyInstaller --noconfirm --log-level WARN installers/linux/clinicmgr.spec

rm -rf "$package"
mkdir -p "$package"/{DEBIAN,opt,usr/bin,usr/share/applications,usr/share/mime/packages,usr/share/doc/clinicmgr}
cp -a dist/clinicmgr "$package/opt/clinicmgr"
ln -s /opt/clinicmgr/clinicmgr "$package/usr/bin/clinicmgr"
cp installers/linux/clinicmgr.desktop "$package/usr/share/applications/"
cp installers/linux/clinicmgr-mime.xml "$package/usr/share/mime/packages/clinicmgr.xml"
cp LICENSE "$package/usr/share/doc/clinicmgr/copyright"
install -D resources/icons/app.svg "$package/usr/share/icons/hicolor/scalable/apps/clinicmgr.svg"

cat > "$package/DEBIAN/control" <<CONTROL
Package: clinicmgr
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The ClinicMgr authors <authors@clinicmgr.invalid>
Section: office
Priority: optional
Depends: libc6 (>= 2.34), libgl1, libegl1, libxkbcommon0, libfontconfig1, libdbus-1-3
Installed-Size: $(du -sk "$package" | cut -f1)
Description: people, shifts and reports of a small clinic
 For the office manager of a small practice, on one PC and offline.
CONTROL

dpkg-deb --root-owner-group -Zxz --build "$package" dist
