// libcurl for Swift, which cannot call variadic functions: one typed wrapper for each kind of argument.

#ifndef CCURL_H
#define CCURL_H

// The macros that check argument types work on constants only and are of no use to the wrappers.
#define CURL_DISABLE_TYPECHECK
// Handles are pointers to distinct types, not to void.
#define CURL_STRICTER
#include <curl/curl.h>

typedef size_t (*ccurl_data_callback)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*ccurl_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_data_callback(CURL *handle, CURLoption option, ccurl_data_callback value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_socket_callback(CURL *handle, CURLoption option, ccurl_socket_callback value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

// The address behind the declared field is longer than `struct sockaddr`, so it must not be copied as one.
static inline const struct sockaddr *ccurl_socket_address(const struct curl_sockaddr *address) {
  return &address->addr;
}

#endif
