// libpng, for the picture of a bell.
#include "include/shim.h"

#include <late.h>

#define FUNCTIONS(X)             \
  X(png_image_write_to_memory)   \
  X(png_image_free)

KINDLY_LATE("libpng16.so.16", FUNCTIONS)

bool kindly_png_is_there(void) { return kindly_late(); }

KINDLY_OURS int png_image_write_to_memory(
    png_imagep image, void *memory, png_alloc_size_t *size, int to_8_bit, const void *pixels,
    png_int_32 stride, const void *colormap) {
  return kindly_late()
      ? late.png_image_write_to_memory(image, memory, size, to_8_bit, pixels, stride, colormap)
      : 0;
}
KINDLY_OURS void png_image_free(png_imagep image) {
  if (kindly_late()) late.png_image_free(image);
}
