// libxml2, as far as the reader of its nodes: the same for XML and, over the tree of its lenient
// parser, for HTML. Its headers stand in a folder of their own that a package can't name without
// linking the library, so the few functions are declared here; their signatures have been the same
// since version 2.6 (2004), and all types are opaque.
#pragma once

#include <stdbool.h>

typedef struct _xmlTextReader kindly_xml_reader;

/// What is found at a place of a document.
enum {
  kindly_xml_element = 1,
  kindly_xml_text = 3,
  kindly_xml_cdata = 4,
  kindly_xml_entity = 5,
  kindly_xml_comment = 8,
  kindly_xml_space = 13,
  kindly_xml_significant_space = 14,
  kindly_xml_end = 15,
};

/// Whether the library is on this machine. Any thread.
bool kindly_xml_is_there(void);

/// A document that is read from `count` bytes of UTF-8, as XML or as HTML; entities of its own are not
/// followed, and nothing is loaded. Errors are passed over as well as the library can. NULL where there
/// is no document. The bytes must stay until it is closed.
typedef struct kindly_xml_document kindly_xml_document;
kindly_xml_document *kindly_xml_open(const char *bytes, int count, bool is_html);
void kindly_xml_close(kindly_xml_document *document);

/// Goes to the next place. False at the end, and where the document can't be read on.
bool kindly_xml_next(kindly_xml_document *document);
/// Of the place: a value of the enumeration above, the name with its prefix, the text, the line from 1.
int kindly_xml_kind(kindly_xml_document *document);
const char *kindly_xml_name(kindly_xml_document *document);
const char *kindly_xml_value(kindly_xml_document *document);
int kindly_xml_line(kindly_xml_document *document);
bool kindly_xml_is_empty(kindly_xml_document *document);
/// Goes to the next attribute of an element, whose name and value then are those of the place. False
/// after the last one, and the place is the element again.
bool kindly_xml_next_attribute(kindly_xml_document *document);
