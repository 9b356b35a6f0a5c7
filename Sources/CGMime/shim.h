// The functions of GMime and GLib that are used: their own headers come with compiler flags that SwiftPM refuses.
#ifndef CGMIME_SHIM_H
#define CGMIME_SHIM_H
#include <stddef.h>
#include <stdint.h>

typedef struct _GMimeParserOptions GMimeParserOptions;
typedef struct _GMimeContentType GMimeContentType;
typedef struct _GMimeContentDisposition GMimeContentDisposition;

// As gmime-encodings.h has it: the values of GMimeContentEncoding, and the state of a coder.
enum {
    HD_GMIME_ENCODING_BASE64 = 4,
    HD_GMIME_ENCODING_QUOTEDPRINTABLE = 5,
    HD_GMIME_ENCODING_UUENCODE = 6,
};

typedef struct _GMimeEncoding {
    unsigned int encoding;
    unsigned char uubuf[60];
    int encode;
    uint32_t save;
    int state;
} GMimeEncoding;

void g_mime_init(void);
void g_mime_encoding_init_decode(GMimeEncoding *state, unsigned int encoding);
size_t g_mime_encoding_outlen(GMimeEncoding *state, size_t inlen);
size_t g_mime_encoding_step(GMimeEncoding *state, const char *inbuf, size_t inlen, char *outbuf);
size_t g_mime_encoding_flush(GMimeEncoding *state, const char *inbuf, size_t inlen, char *outbuf);
size_t g_mime_ydecode_step(const unsigned char *inbuf, size_t inlen, unsigned char *outbuf, int *state,
                           uint32_t *pcrc, uint32_t *crc);

GMimeContentType *g_mime_content_type_parse(GMimeParserOptions *options, const char *str);
char *g_mime_content_type_get_mime_type(GMimeContentType *type);
const char *g_mime_content_type_get_parameter(GMimeContentType *type, const char *name);
GMimeContentDisposition *g_mime_content_disposition_parse(GMimeParserOptions *options, const char *str);
const char *g_mime_content_disposition_get_parameter(GMimeContentDisposition *disposition, const char *name);
char *g_mime_utils_header_decode_text(GMimeParserOptions *options, const char *text);

void g_object_unref(void *object);
void g_free(void *memory);

#endif
