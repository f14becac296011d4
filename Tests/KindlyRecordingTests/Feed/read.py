#!/usr/bin/env python3
"""What feedparser, which podcast apps are built on, makes of a feed: one line of JSON.

    read.py FEED
"""
import json
import sys

import feedparser

feed = feedparser.parse(sys.argv[1])
print(json.dumps({
    "complaint": str(feed.bozo_exception) if feed.bozo else None,
    "version": feed.version,
    "title": feed.feed.get("title"),
    "subtitle": feed.feed.get("subtitle"),
    "language": feed.feed.get("language"),
    "image": feed.feed.get("image", {}).get("href"),
    "categories": [tag.term for tag in feed.feed.get("tags", [])],
    "items": [{
        "title": entry.get("title"),
        "summary": entry.get("summary"),
        "published": list(entry.get("published_parsed") or [])[:6],
        "seconds": entry.get("itunes_duration"),
        "episode": entry.get("itunes_episode"),
        "season": entry.get("itunes_season"),
        "id": entry.get("id"),
        "sound": [[link.href, link.type, link.length] for link in entry.get("enclosures", [])],
        "transcripts": entry.get("podcast_transcript", {}).get("url"),
        "chapters": entry.get("podcast_chapters", {}).get("url"),
    } for entry in feed.entries],
}))
