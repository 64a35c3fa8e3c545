#include "images.h"

#include <stdlib.h>

#include "fault.h"
#include "sanitizer.h"

size_t section_bytes(const struct section *section)
{
    return (size_t)((uintptr_t)section->stop - (uintptr_t)section->start);
}

/** Copies bytes, those between objects that the sanitizer guards included. */
NO_SANITIZE static void copy(volatile char *to, const volatile char *from, size_t bytes)
{
    size_t i;

    for (i = 0; i < bytes; i++)
        to[i] = from[i];
}

char *image_new(const struct section *section)
{
    char *image = malloc(section_bytes(section) + 1);

    if (image == NULL)
        fault("out of memory");
    copy(image, section->start, section_bytes(section));
    return image;
}

void image_load(const struct section *section, const char *image)
{
    copy(section->start, image, section_bytes(section));
}

void image_save(const struct section *section, char *image)
{
    copy(image, section->start, section_bytes(section));
}
