// OpenSSL's libcrypto, which libcurl already brings along: here for SHA-256 alone.
#include <openssl/evp.h>
