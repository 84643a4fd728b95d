# Inside the machine: kernel Bluetooth with a virtual controller, a message bus, bluetoothd, the sensor; then the bus is
# handed out on port 5555 until /share/stop appears.
told() { echo "[$(cut -d' ' -f1 /proc/uptime)] $*"; }
uid=$(sed -n 's/.*plinth_uid=\([0-9]*\).*/\1/p' /proc/cmdline)
for module in bluetooth hci_vhci algif_hash algif_skcipher cmac ecb virtio_net; do
    modprobe -d /bed -S "$(uname -r)" $module || told "no module $module"
done
[ -e /dev/vhci ] || mknod /dev/vhci c 10 137
btvirt --help >/dev/null 2>&1 # loads it before the kernel's 2 s for a new controller run
mkdir -p /run/dbus /etc/bluetooth
ln -sfn /run /var/run
# One ATT channel: over several, two emulated ends deliver notifications out of order.
printf '[General]\nName=plinth\n[GATT]\nChannels=1\n[Policy]\nAutoEnable=true\n' >/etc/bluetooth/main.conf
cat >/tmp/bus.conf <<'X'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=/run/dbus/system_bus_socket</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
<allow send_type="signal"/></policy></busconfig>
X
dbus-daemon --config-file=/tmp/bus.conf --nofork --nopidfile --nosyslog >/share/dbus.log 2>&1 &
for _ in $(seq 200); do [ -S /run/dbus/system_bus_socket ] && break; sleep 0.05; done
told bus
/usr/libexec/bluetooth/bluetoothd -n >/share/bluetoothd.log 2>&1 &

adapters() {
    dbus-send --system --print-reply --dest=org.bluez / org.freedesktop.DBus.ObjectManager.GetManagedObjects 2>/dev/null |
        grep -c '"org.bluez.Adapter1"'
}
# On a busy host the controller can miss the kernel's 2 s: then once more.
for attempt in 1 2 3 4; do
    btvirt -L -l1 -s >/share/btvirt.log 2>&1 &
    controller=$!
    end=$(($(date +%s) + 15))
    while [ "$(date +%s)" -lt $end ] && [ "$(adapters)" -lt 1 ]; do sleep 0.2; done
    [ "$(adapters)" -ge 1 ] && break
    told "no controller at attempt $attempt"
    kill $controller
    wait $controller 2>/dev/null
done
told "controller at attempt $attempt"
/usr/bin/python3 -u /bed/peripheral.py /tmp/bt-server-le >/share/peripheral.log 2>&1 &
for _ in $(seq 200); do grep -q advertising /share/peripheral.log 2>/dev/null && break; sleep 0.1; done
told sensor
card=$(ls /sys/class/net | grep -v '^lo$' | head -n 1)
/busybox-bin/busybox ifconfig "$card" 10.0.2.15 netmask 255.255.255.0 up
setpriv --reuid="$uid" --clear-groups socat TCP-LISTEN:5555,fork,reuseaddr UNIX-CONNECT:/run/dbus/system_bus_socket &
for _ in $(seq 100); do grep -q ':15B3 00000000:0000 0A' /proc/net/tcp && break; sleep 0.1; done
told ready
echo ready >/share/ready
while [ ! -e /share/stop ]; do sleep 0.5; done
