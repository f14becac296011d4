#!/usr/bin/env python3
"""What a schema can't say of a podcast, of the rules of RSS 2.0, Apple and Podcasting 2.0.

    rules.py FEED

Prints each rule that is broken on a line of its own.
"""
import sys
import uuid
import xml.etree.ElementTree as tree

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
# The namespace that Podcasting 2.0 gives for addresses of feeds.
FEEDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def short(name):
    return name.replace(ITUNES, "itunes:").replace(PODCAST, "podcast:").replace(ATOM, "atom:")


def once(place, element, names):
    """Elements that must be there, each one time."""
    for name in names:
        count = len(element.findall(name))
        if count != 1:
            yield f"{place}: {count} of {short(name)}, not 1"


def at_most_once(place, element, but):
    names = [child.tag for child in element if child.tag not in but]
    for name in sorted(set(names)):
        if names.count(name) > 1:
            yield f"{place}: {names.count(name)} of {short(name)}"


def texts(place, element):
    for child in element.iter():
        if child.text and child.text.strip() and child.text != child.text.strip():
            yield f"{place}: {short(child.tag)} begins or ends with a space"
        if child.tag in ("title", "description") and not (child.text or "").strip():
            yield f"{place}: {child.tag} is empty"
        if child.tag == "description" and len((child.text or "").encode()) > 4000:
            yield f"{place}: the description has more than Apple's 4000 bytes"


def channel_rules(channel):
    yield from once("channel", channel, [
        "title", "link", "description", "language", ATOM + "link", PODCAST + "guid", ITUNES + "author",
        ITUNES + "explicit", ITUNES + "category", ITUNES + "image"])
    yield from at_most_once("channel", channel, ["item", ITUNES + "category"])
    for child in channel:
        if child.tag != "item":
            yield from texts("channel", child)
    own = channel.find(ATOM + "link")
    guid = channel.findtext(PODCAST + "guid")
    if own is not None:
        name = own.get("href").split("://", 1)[1].rstrip("/")
        if guid != str(uuid.uuid5(FEEDS, name)):
            yield "channel: podcast:guid is not the one of the feed's address"


def item_rules(channel, item):
    place = f"item {item.findtext('title')!r}"
    yield from once(place, item, ["title", "enclosure", "guid", "pubDate", ITUNES + "duration"])
    yield from at_most_once(place, item, [PODCAST + "transcript"])
    yield from texts(place, item)
    address = item.find("guid")
    if address is not None and address.get("isPermaLink") != "false" and "://" not in (address.text or ""):
        yield f"{place}: the guid is no address, and must say so"
    if channel.findtext(ITUNES + "type") == "serial" and item.find(ITUNES + "episode") is None:
        yield f"{place}: an episode of a series has no number"
    for name in ["season", "episode"]:
        if item.findtext(ITUNES + name) != item.findtext(PODCAST + name):
            yield f"{place}: {name} differs between itunes and podcast"
    if int(item.findtext(ITUNES + "duration") or 0) < 1:
        yield f"{place}: it has no length"
    enclosure = item.find("enclosure")
    if enclosure is not None and int(enclosure.get("length")) < 1:
        yield f"{place}: the file has no bytes"


def rules(channel):
    yield from channel_rules(channel)
    places = []
    for item in channel.findall("item"):
        yield from item_rules(channel, item)
        places.append((item.findtext(ITUNES + "season"), item.findtext(ITUNES + "episode")))
    if channel.findtext(ITUNES + "type") == "serial" and len(set(places)) != len(places):
        yield "channel: two episodes have one number"


for broken in rules(tree.parse(sys.argv[1]).getroot().find("channel")):
    print(broken)
