"""A settings portal for tests: answers ReadAll, and takes one change a line: namespace, key, type (b or u), value."""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

INTERFACE = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>
"""
PATH = "/org/freedesktop/portal/desktop"
settings = {}


def answer(connection, sender, path, interface, method, parameters, invocation):
    wanted = parameters.unpack()[0]
    held = {name: values for name, values in settings.items() if name in wanted}
    invocation.return_value(GLib.Variant("(a{sa{sv}})", (held,)))


def take(source, condition, connection):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    namespace, key, kind, value = line.split()
    variant = GLib.Variant(kind, value == "true" if kind == "b" else int(value))
    settings.setdefault(namespace, {})[key] = variant
    connection.emit_signal(None, PATH, "org.freedesktop.portal.Settings", "SettingChanged",
                           GLib.Variant("(ssv)", (namespace, key, variant)))
    return True


def acquired(connection, name):
    node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
    connection.register_object(PATH, node.interfaces[0], answer, None, None)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, take, connection)


def owned(connection, name):
    print("ready", flush=True)


loop = GLib.MainLoop()
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, acquired, owned, None)
loop.run()
