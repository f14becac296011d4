#pragma once

#include <stddef.h>

/// A file of the studio's page, as it is in this program. Lives as long as the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} kindly_page_file;

/// How many files the page has.
int kindly_page_count(void);

/// One of them, counted from 0.
kindly_page_file kindly_page(int index);
