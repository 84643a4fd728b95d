#!/bin/bash
# boot.sh KERNEL.deb WORK PORT: boots the machine, prints "READY <address of its message bus>", keeps it until standard
# input ends. WORK is a folder of its own; PORT a free one on 127.0.0.1.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")" && pwd)
deb=$1 work=$2 port=$3
rm -rf "$work"
mkdir -p "$work/share" "$work/root" "$work/bed"

# The kernel and the modules that matter; "cloud" kernels have no Bluetooth.
mkdir -p "$work/kernel"
dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/kernel" --wildcards \
        './boot/vmlinuz-*' './lib/modules/*/modules.*' './lib/modules/*/kernel/arch/x86/crypto/*' \
        './lib/modules/*/kernel/crypto/*' './lib/modules/*/kernel/lib/*' './lib/modules/*/kernel/fs/9p/*' \
        './lib/modules/*/kernel/fs/netfs/*' './lib/modules/*/kernel/fs/fscache/*' './lib/modules/*/kernel/net/*' \
        './lib/modules/*/kernel/drivers/virtio/*' './lib/modules/*/kernel/drivers/bluetooth/*' \
        './lib/modules/*/kernel/drivers/net/virtio_net.ko' './lib/modules/*/kernel/drivers/net/net_failover.ko'
version=$(ls "$work/kernel/lib/modules")
depmod -b "$work/kernel" "$version"
cp "$here/guest.sh" "$here/peripheral.py" "$work/bed/"
cp -r "$work/kernel/lib" "$work/bed/"

# A first root file system of busybox; /usr is this system's own, over 9p and read-only.
root=$work/root
mkdir -p "$root"/{bin,proc,sys,dev,run,tmp,modules,usr,bed,share,etc,var/lib/bluetooth,var/lib/dbus,root}
cp /bin/busybox "$root/bin/busybox"
number=10
for module in virtio_pci 9pnet_virtio 9p; do
    for file in $(modprobe -d "$work/kernel" -S "$version" --show-depends $module | awk '/^insmod/ {print $2}'); do
        name=$(basename "$file")
        if ! ls "$root/modules" | grep -q -- "-$name\$"; then
            cp "$file" "$root/modules/$number-$name"
            number=$((number + 1))
        fi
    done
done
cp -L /etc/passwd /etc/group /etc/nsswitch.conf "$root/etc/"
cp -L /etc/ld.so.cache "$root/etc/" 2>/dev/null || true
if [ -d /etc/alternatives ]; then cp -a /etc/alternatives "$root/etc/"; fi
echo 00112233445566778899aabbccddeeff >"$root/etc/machine-id"
cp "$here/init" "$root/init"
chmod +x "$root/init"
(cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) >"$work/initramfs.gz"

share() { printf 'local,path=%s,mount_tag=%s,security_model=none,multidevs=remap%s' "$1" "$2" "$3"; }
qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -smp 1 -m 768 -nodefaults -no-user-config -display none -no-reboot \
    -serial stdio -kernel "$work"/kernel/boot/vmlinuz-* -initrd "$work/initramfs.gz" \
    -append "console=ttyS0 quiet panic=-1 plinth_uid=$(id -u)" \
    -netdev "user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:$port-:5555" -device virtio-net-pci,netdev=net,romfile= \
    -virtfs "$(share /usr usr ,readonly=on)" -virtfs "$(share "$work/bed" bed ,readonly=on)" \
    -virtfs "$(share "$work/share" share '')" </dev/null >"$work/console.log" 2>&1 &
machine=$!
bridge=
cleanup() {
    touch "$work/share/stop"
    for _ in $(seq 50); do kill -0 $machine 2>/dev/null || break; sleep 0.1; done
    kill $machine $bridge 2>/dev/null || true
}
trap cleanup EXIT

for _ in $(seq 1200); do
    [ -s "$work/share/ready" ] && break
    kill -0 $machine 2>/dev/null || break
    sleep 0.1
done
if [ ! -s "$work/share/ready" ]; then
    tail -n 30 "$work/console.log" >&2
    exit 1
fi
rm -f "$work/bus"
socat "UNIX-LISTEN:$work/bus,fork,unlink-early" "TCP:127.0.0.1:$port" &
bridge=$!
for _ in $(seq 100); do
    if DBUS_SYSTEM_BUS_ADDRESS=unix:path=$work/bus dbus-send --system --print-reply --dest=org.bluez / \
        org.freedesktop.DBus.ObjectManager.GetManagedObjects >/dev/null 2>&1; then
        echo "READY unix:path=$work/bus"
        cat >/dev/null
        exit 0
    fi
    sleep 0.2
done
echo "the machine's message bus does not answer" >&2
exit 1
