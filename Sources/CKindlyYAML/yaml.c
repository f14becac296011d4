// libyaml, which reads JSON as well. Only import needs it.
#include "include/shim.h"

#include <late.h>
#include <stdlib.h>
#include <yaml.h>

#define FUNCTIONS(X)               \
  X(yaml_parser_initialize)        \
  X(yaml_parser_set_input_string)  \
  X(yaml_parser_set_encoding)      \
  X(yaml_parser_parse)             \
  X(yaml_event_delete)             \
  X(yaml_parser_delete)

KINDLY_LATE("libyaml-0.so.2", FUNCTIONS)

struct kindly_yaml {
  yaml_parser_t parser;
  yaml_event_t event;
};

bool kindly_yaml_is_there(void) { return kindly_late(); }

kindly_yaml *kindly_yaml_open(const unsigned char *bytes, size_t count) {
  if (!kindly_late()) return NULL;
  kindly_yaml *yaml = calloc(1, sizeof *yaml);
  if (!yaml) return NULL;
  if (!late.yaml_parser_initialize(&yaml->parser)) {
    free(yaml);
    return NULL;
  }
  late.yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
  late.yaml_parser_set_input_string(&yaml->parser, bytes, count);
  return yaml;
}

void kindly_yaml_close(kindly_yaml *yaml) {
  late.yaml_event_delete(&yaml->event);
  late.yaml_parser_delete(&yaml->parser);
  free(yaml);
}

int kindly_yaml_next(kindly_yaml *yaml) {
  late.yaml_event_delete(&yaml->event);
  if (!late.yaml_parser_parse(&yaml->parser, &yaml->event)) return kindly_yaml_failed;
  switch (yaml->event.type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_END_EVENT: return kindly_yaml_done;
    case YAML_SCALAR_EVENT: return kindly_yaml_scalar;
    case YAML_SEQUENCE_START_EVENT: return kindly_yaml_sequence;
    case YAML_MAPPING_START_EVENT: return kindly_yaml_mapping;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return kindly_yaml_end;
    case YAML_ALIAS_EVENT: return kindly_yaml_scalar;
    default: return kindly_yaml_other;
  }
}

const char *kindly_yaml_text(kindly_yaml *yaml) {
  return yaml->event.type == YAML_SCALAR_EVENT ? (const char *)yaml->event.data.scalar.value : "";
}
size_t kindly_yaml_length(kindly_yaml *yaml) {
  return yaml->event.type == YAML_SCALAR_EVENT ? yaml->event.data.scalar.length : 0;
}
bool kindly_yaml_is_plain(kindly_yaml *yaml) {
  return yaml->event.type == YAML_SCALAR_EVENT
         && yaml->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}
int kindly_yaml_line(kindly_yaml *yaml) {
  if (yaml->parser.error) return (int)yaml->parser.problem_mark.line + 1;
  return (int)yaml->event.start_mark.line + 1;
}
const char *kindly_yaml_problem(kindly_yaml *yaml) {
  return yaml->parser.problem ? yaml->parser.problem : "it ends too early";
}
