"""A screen reader's side of tests/screen_reader.rs: finds the program on the accessibility bus and prints what it hears.

Reads one command a line from standard input, prints one line of JSON for each.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 30.0
heard = []


def nodes(node, depth=0):
    """A node and all below it, in reading order."""
    yield node
    if depth > 30:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from nodes(child, depth + 1)


def program():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "tickmark":
            return child
    return None


def page():
    return find("document frame", "")


def find(role, words):
    for node in nodes(program()):
        if node.get_role_name() == role and words in (node.get_name() or ""):
            return node
    return None


def pump(seconds):
    """Lets events arrive."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        while context.pending():
            context.iteration(False)
        time.sleep(0.02)


def on_event(event):
    words = event.any_data if isinstance(event.any_data, str) else ""
    try:
        heard.append([event.type, event.source.get_role_name(), words or event.source.get_name(), event.detail1])
    except GLib.GError:
        pass  # what spoke is gone already


def wait():
    """Until the page of an article is there."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        pump(0.2)
        if program() is not None and page() is not None:
            return True
    return False


def piece(granularity, offset):
    found = page().get_string_at_offset(offset, granularity)
    return [found.content, found.start_offset, found.end_offset]


def rect_of(node):
    rect = node.get_extents(Atspi.CoordType.WINDOW)
    return [rect.x, rect.y, rect.width, rect.height]


def actions_of(node):
    action = node.get_action_iface()
    return [Atspi.Action.get_action_name(node, at) for at in range(action.get_n_actions())] if action else []


def tree():
    """Every node: role, name, description, actions."""
    return [[node.get_role_name(), node.get_name(), node.get_description(), actions_of(node)] for node in nodes(program())]


def character_rect(offset):
    rect = page().get_character_extents(offset, Atspi.CoordType.WINDOW)
    return [rect.x, rect.y, rect.width, rect.height]


def attributes(offset):
    told, start, end = page().get_attribute_run(offset, False)
    return [dict(told), start, end]


def take_heard():
    pump(0.6)
    taken = list(heard)
    heard.clear()
    return taken


def select(start, end):
    node = page()
    done = node.set_selection(0, start, end) or node.add_selection(start, end)
    pump(0.6)
    return done


def selected():
    node = page()
    if node.get_n_selections() == 0:
        return [node.get_caret_offset(), node.get_caret_offset()]
    found = node.get_selection(0)
    return [found.start_offset, found.end_offset]


def scroll_to(role, words):
    done = Atspi.Component.scroll_to(find(role, words), Atspi.ScrollType.ANYWHERE)
    pump(0.6)
    return done


def rect(role, words):
    return rect_of(find(role, words))


def act(role, words, action):
    node = find(role, words)
    Atspi.Action.do_action(node, actions_of(node).index(action))
    pump(0.6)
    return True


COMMANDS = {
    "wait": wait,
    "text": lambda: page().get_text(0, page().get_character_count()),
    "word": lambda offset: piece(Atspi.TextGranularity.WORD, offset),
    "line": lambda offset: piece(Atspi.TextGranularity.LINE, offset),
    "paragraph": lambda offset: piece(Atspi.TextGranularity.PARAGRAPH, offset),
    "character_rect": character_rect,
    "page_rect": lambda: rect_of(page()),
    "attributes": attributes,
    "children": lambda: [[n.get_role_name(), n.get_name()] for n in nodes(page())],
    "tree": tree,
    "select": select,
    "selected": selected,
    "act": act,
    "scroll_to": scroll_to,
    "rect": rect,
    "is_selected": lambda role, words: find(role, words).get_state_set().contains(Atspi.StateType.SELECTED),
    "heard": take_heard,
}

listener = Atspi.EventListener.new(on_event)
for kind in ["object:announcement", "object:text-caret-moved", "object:text-selection-changed", "object:state-changed:focused"]:
    listener.register(kind)
Atspi.get_desktop(0).get_child_count()
print(json.dumps("ready"), flush=True)

for line in sys.stdin:
    name, *arguments = json.loads(line)
    try:
        answer = COMMANDS[name](*arguments)
    except Exception as error:  # the test prints it
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
