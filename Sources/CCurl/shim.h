// What Swift cannot call of libcurl: variadic functions, and callbacks that look at memory which is lent for one call.
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H
#include <curl/curl.h>
#include <stddef.h>
#include <string.h>

static inline CURLcode ccurl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

// Strings are copied by libcurl; lists must outlive the transfer.
static inline CURLcode ccurl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode ccurl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

// The status that the server gave, 0 for none.
static inline long ccurl_status(CURL *curl) {
    long status = 0;
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

// The seconds of a Retry-After, 0 for none.
static inline long long ccurl_retry_after(CURL *curl) {
    curl_off_t seconds = 0;
    return curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? seconds : 0;
}

// The descriptor of a connection that was made with CURLOPT_CONNECT_ONLY, -1 for none.
static inline int ccurl_socket(CURL *curl) {
    curl_socket_t descriptor = CURL_SOCKET_BAD;
    return curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &descriptor) == CURLE_OK ? descriptor : -1;
}

struct ccurl_source {
    const char *bytes;
    size_t count;
};

static inline size_t ccurl_give(char *to, size_t size, size_t items, void *from) {
    struct ccurl_source *source = from;
    size_t room = size * items;
    size_t part = source->count < room ? source->count : room;
    if (part > 0) memcpy(to, source->bytes, part);
    source->bytes += part;
    source->count -= part;
    return part;
}

// An answer is counted, not kept; beyond what is left of the limit the transfer ends with CURLE_WRITE_ERROR.
static inline size_t ccurl_ignore(char *bytes, size_t size, size_t items, void *left) {
    size_t *rest = left;
    (void) bytes;
    if (size * items > *rest) return 0;
    *rest -= size * items;
    return size * items;
}

// Runs a transfer that uploads (a mail) or posts (a request) bytes, which are lent for this call, and takes at most
// `most` bytes of answer.
static inline CURLcode ccurl_perform(CURL *curl, int posts, const char *bytes, size_t count, size_t most) {
    struct ccurl_source source = {bytes, count};
    size_t left = most;
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ccurl_ignore);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &left);
    if (posts) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) count);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes);
    } else {
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t) count);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, ccurl_give);
        curl_easy_setopt(curl, CURLOPT_READDATA, &source);
    }
    CURLcode code = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, NULL);
    curl_easy_setopt(curl, CURLOPT_READDATA, NULL);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, NULL);
    return code;
}

// Constants that are macros with casts.
enum {
    CCURL_TLS_1_2 = CURL_SSLVERSION_TLSv1_2,
    CCURL_USE_TLS_ALWAYS = CURLUSESSL_ALL,
};
#endif
