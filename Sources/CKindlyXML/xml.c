// libxml2. Only import needs it.
#include "include/shim.h"

#include <late.h>
#include <stdlib.h>

typedef unsigned char xmlChar;

// As in libxml/xmlreader.h, xmlIO.h, HTMLparser.h and tree.h.
kindly_xml_reader *xmlReaderForMemory(const char *, int, const char *, const char *, int);
kindly_xml_reader *xmlReaderWalker(void *);
void *htmlReadMemory(const char *, int, const char *, const char *, int);
void xmlFreeDoc(void *);
void xmlFreeTextReader(kindly_xml_reader *);
int xmlTextReaderRead(kindly_xml_reader *);
int xmlTextReaderNodeType(kindly_xml_reader *);
const xmlChar *xmlTextReaderConstName(kindly_xml_reader *);
const xmlChar *xmlTextReaderConstValue(kindly_xml_reader *);
int xmlTextReaderIsEmptyElement(kindly_xml_reader *);
int xmlTextReaderMoveToNextAttribute(kindly_xml_reader *);
int xmlTextReaderMoveToElement(kindly_xml_reader *);
void *xmlTextReaderCurrentNode(kindly_xml_reader *);
long xmlGetLineNo(const void *);

#define FUNCTIONS(X)                 \
  X(xmlReaderForMemory)              \
  X(xmlReaderWalker)                 \
  X(htmlReadMemory)                  \
  X(xmlFreeDoc)                      \
  X(xmlFreeTextReader)               \
  X(xmlTextReaderRead)               \
  X(xmlTextReaderNodeType)           \
  X(xmlTextReaderConstName)          \
  X(xmlTextReaderConstValue)         \
  X(xmlTextReaderIsEmptyElement)     \
  X(xmlTextReaderMoveToNextAttribute) \
  X(xmlTextReaderMoveToElement)      \
  X(xmlTextReaderCurrentNode)        \
  X(xmlGetLineNo)

KINDLY_LATE_EITHER("libxml2.so.2", "libxml2.so.16", FUNCTIONS)

// XML_PARSE_RECOVER, NOERROR, NOWARNING, NONET; the same values in HTML_PARSE_.
#define OPTIONS (1 | 32 | 64 | 2048)

struct kindly_xml_document {
  kindly_xml_reader *reader;
  void *tree;
};

bool kindly_xml_is_there(void) { return kindly_late(); }

kindly_xml_document *kindly_xml_open(const char *bytes, int count, bool is_html) {
  if (!kindly_late()) return NULL;
  kindly_xml_document *document = calloc(1, sizeof *document);
  if (!document) return NULL;
  if (is_html) {
    document->tree = late.htmlReadMemory(bytes, count, NULL, "UTF-8", OPTIONS);
    if (document->tree) document->reader = late.xmlReaderWalker(document->tree);
  } else {
    document->reader = late.xmlReaderForMemory(bytes, count, NULL, "UTF-8", OPTIONS);
  }
  if (document->reader) return document;
  kindly_xml_close(document);
  return NULL;
}

void kindly_xml_close(kindly_xml_document *document) {
  if (document->reader) late.xmlFreeTextReader(document->reader);
  if (document->tree) late.xmlFreeDoc(document->tree);
  free(document);
}

bool kindly_xml_next(kindly_xml_document *document) {
  return late.xmlTextReaderRead(document->reader) == 1;
}
int kindly_xml_kind(kindly_xml_document *document) {
  return late.xmlTextReaderNodeType(document->reader);
}
const char *kindly_xml_name(kindly_xml_document *document) {
  return (const char *)late.xmlTextReaderConstName(document->reader);
}
const char *kindly_xml_value(kindly_xml_document *document) {
  return (const char *)late.xmlTextReaderConstValue(document->reader);
}
int kindly_xml_line(kindly_xml_document *document) {
  void *node = late.xmlTextReaderCurrentNode(document->reader);
  return node ? (int)late.xmlGetLineNo(node) : 0;
}
bool kindly_xml_is_empty(kindly_xml_document *document) {
  return late.xmlTextReaderIsEmptyElement(document->reader) == 1;
}
bool kindly_xml_next_attribute(kindly_xml_document *document) {
  if (late.xmlTextReaderMoveToNextAttribute(document->reader) == 1) return true;
  late.xmlTextReaderMoveToElement(document->reader);
  return false;
}
