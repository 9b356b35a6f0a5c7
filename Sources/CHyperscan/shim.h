// Debian puts the header in a folder of its own, other systems beside the rest; pkg-config knows.
#include <hs.h>
