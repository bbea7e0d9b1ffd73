/* TLS on a socket that does not block, by OpenSSL; without its headers there is none. */
#include "tls.h"

#ifdef WITH_TLS

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#define BYTES_READ_AHEAD 65536

static SSL_CTX *context;

void prepare_tls(void) {
    context = SSL_CTX_new(TLS_client_method());
    /* Who the server is does not matter here: it is one of this computer's. */
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, BYTES_READ_AHEAD);
}

struct ssl_st *begin_tls(int socket) {
    SSL *secure = SSL_new(context);
    SSL_set_fd(secure, socket);
    SSL_set_connect_state(secure);
    return secure;
}

static int result_of(struct ssl_st *secure, int result) {
    if (result > 0)
        return result;
    int kind = SSL_get_error(secure, result);
    ERR_clear_error();
    if (kind == SSL_ERROR_ZERO_RETURN)
        return 0;
    errno = kind == SSL_ERROR_WANT_READ || kind == SSL_ERROR_WANT_WRITE ? EAGAIN : EPIPE;
    return -1;
}

int shake_hands(struct ssl_st *secure) {
    return result_of(secure, SSL_do_handshake(secure));
}

ssize_t read_secure(struct ssl_st *secure, void *bytes, size_t most) {
    return result_of(secure, SSL_read(secure, bytes, (int)most));
}

ssize_t write_secure(struct ssl_st *secure, const void *bytes, size_t count) {
    return result_of(secure, SSL_write(secure, bytes, (int)count));
}

void end_tls(struct ssl_st *secure) { SSL_free(secure); }

#else

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

void prepare_tls(void) {
    fprintf(stderr, "load: built without TLS\n");
    exit(2);
}

struct ssl_st *begin_tls(int socket) {
    (void)socket;
    return NULL;
}

static int no_tls(void) {
    errno = EPIPE;
    return -1;
}

int shake_hands(struct ssl_st *secure) {
    (void)secure;
    return no_tls();
}

ssize_t read_secure(struct ssl_st *secure, void *bytes, size_t most) {
    (void)secure, (void)bytes, (void)most;
    return no_tls();
}

ssize_t write_secure(struct ssl_st *secure, const void *bytes, size_t count) {
    (void)secure, (void)bytes, (void)count;
    return no_tls();
}

void end_tls(struct ssl_st *secure) { (void)secure; }

#endif
