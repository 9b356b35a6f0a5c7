#include <htp/htp.h>
#include <stdint.h>

// libhtp reaches the bytes of its strings with a macro, which Swift cannot see.
static inline const uint8_t *_Nonnull chtp_bytes(const bstr *_Nonnull text) {
    return (const uint8_t *) bstr_ptr(text);
}
