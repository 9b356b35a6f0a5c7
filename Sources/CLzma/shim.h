#include <lzma.h>

// The header makes this number with a macro that takes an argument, which Swift cannot see.
static const uint32_t clzma_concatenated = LZMA_CONCATENATED;
