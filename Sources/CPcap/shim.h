#include <pcap/pcap.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

/* stdio.h shows fopencookie only to those who define _GNU_SOURCE before the first system header, which a module
   cannot do: the C library's module is built already. Its types have a header of their own. */
#include <bits/types/cookie_io_functions_t.h>
extern FILE *fopencookie(void *cookie, const char *modes, cookie_io_functions_t functions);

/* Declared here, since sys/ioctl.h would make this module the owner of struct winsize, which the front door uses. */
extern int ioctl(int descriptor, unsigned long request, ...);

/* What has become of the interface that a packet socket is bound to: 1 it is up, 0 it is down, -1 it is gone. A
   socket that is bound to no single interface (index 0) hears all that are up. Asked by index and not by name, since
   an interface may be renamed, and another one may get its name. ioctl is variadic, which Swift cannot call. */
static inline int cpcap_interface_state(int descriptor)
{
    struct sockaddr_ll bound;
    socklen_t length = sizeof bound;
    struct ifreq request;
    memset(&bound, 0, sizeof bound);
    memset(&request, 0, sizeof request);
    if (getsockname(descriptor, (struct sockaddr *)&bound, &length) != 0)
        return -1;
    if (bound.sll_ifindex == 0)
        return 1;
    request.ifr_ifindex = bound.sll_ifindex;
    if (ioctl(descriptor, SIOCGIFNAME, &request) != 0)
        return -1;
    if (ioctl(descriptor, SIOCGIFFLAGS, &request) != 0)
        return -1;
    return (request.ifr_flags & IFF_UP) != 0;
}

/* Joins a fanout group by the hash of the flow, fragments put together first; 0, or the error number. The constants
   are macros with a cast or a shift, which Swift does not see. */
static inline int cpcap_join_fanout(int descriptor, unsigned short group)
{
    unsigned int argument = group | (unsigned int)(PACKET_FANOUT_HASH | PACKET_FANOUT_FLAG_DEFRAG) << 16;
    return setsockopt(descriptor, SOL_PACKET, PACKET_FANOUT, &argument, sizeof argument) == 0 ? 0 : errno;
}
