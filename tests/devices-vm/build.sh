#!/bin/bash
# Makes a small system that boots Debian's kernel with virtual HID devices (uhid) and a USB printer (dummy_hcd, usb_f_printer),
# and runs the gateway's own drivers on them. Usage: build.sh OUT   Needs qemu-system-x86, busybox-static, cpio, kmod, apt-get.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
mkdir -p "$1" && cd "$1"
out=$PWD

if [ ! -d kernel/lib/modules ]; then
  package=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-[0-9]/{print $2}')
  apt-get download "$package"
  dpkg-deb -x "$package"_*.deb kernel
  rm "$package"_*.deb
fi
version=$(ls kernel/lib/modules)
depmod -b kernel "$version"

rm -rf root
mkdir -p root/{bin,dev,proc,sys,tmp,etc,run,lib64,app/node_modules} "root/lib/modules/$version"
cp "$(command -v busybox)" root/bin/
for name in sh mount modprobe insmod cat ls echo sleep mkdir ln poweroff timeout; do ln -sf busybox "root/bin/$name"; done
for module in hid hid-generic uhid usbhid usbcore udc-core dummy_hcd libcomposite usb_f_printer usblp; do
  modprobe -d "$out/kernel" -S "$version" --show-depends "$module" 2>/dev/null | awk '/insmod/{print $2}' | while read -r file; do
    path="lib/modules/$version/${file#*/"$version"/}"
    mkdir -p "root/$(dirname "$path")"
    cp "kernel/$path" "root/$path"
  done
done
cp kernel/lib/modules/"$version"/modules.{order,builtin,builtin.modinfo} "root/lib/modules/$version/"
depmod -b root "$version"

cp -L "$project/node_modules/node/bin/node" root/bin/node
for package in node-hid pkg-prebuilds iconv-lite safer-buffer; do cp -r "$project/node_modules/$package" root/app/node_modules/; done
find root/app/node_modules/node-hid/prebuilds -mindepth 1 -maxdepth 1 ! -name '*linux-x64' -exec rm -rf {} +
rm -rf root/app/node_modules/node-hid/hidapi
# Node reads TypeScript itself; what the drivers only take types from costs nothing.
mkdir -p root/app/gateway root/app/tests/devices-vm
cp -r "$project/gateway/devices" "$project/gateway/outputs" "$project/gateway/inputs" "$project/gateway/contract" "$project/gateway/work" "$project/gateway/time.ts" root/app/gateway/
cp -r "$here/guest" root/app/tests/devices-vm/
echo '{"type":"module"}' > root/app/package.json
for binary in root/bin/node $(find root/app -name '*.node'); do
  ldd "$binary" | awk '/=>/{print $3} /ld-linux/{print $1}'
done | sort -u | grep '^/' | while read -r library; do
  mkdir -p "root/$(dirname "$library")"
  cp -L "$library" "root/$library"
done
cp "$here/guest/init" root/init
chmod +x root/init
(cd root && find . | cpio -o -H newc 2>/dev/null | gzip -1 > ../initrd.gz)
cp "kernel/boot/vmlinuz-$version" vmlinuz
