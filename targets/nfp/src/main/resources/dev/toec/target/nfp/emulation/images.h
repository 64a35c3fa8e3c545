/**
 * Copies of a role's file-scope objects.
 *
 * All microengines of a role share one host executable. What Micro-C keeps
 * once per microengine (`__shared`) or once per context (all else) is swapped
 * in when a context starts to run and out when it gives way. The build gives
 * the objects of each kind a section of their own per role.
 */
#ifndef EMU_IMAGES_H
#define EMU_IMAGES_H

#include "machine.h"

/** Bytes of `section`. */
size_t section_bytes(const struct section *section);

/** A copy of `section` as it is now. */
char *image_new(const struct section *section);

/** Copies `image` to `section`. */
void image_load(const struct section *section, const char *image);

/** Copies `section` to `image`. */
void image_save(const struct section *section, char *image);

#endif
