#include <pcap/pcap.h>
#include <stdio.h>

/* stdio.h shows fopencookie only to those who define _GNU_SOURCE before the first system header, which a module
   cannot do: the C library's module is built already. Its types have a header of their own. */
#include <bits/types/cookie_io_functions_t.h>
extern FILE *fopencookie(void *cookie, const char *modes, cookie_io_functions_t functions);
