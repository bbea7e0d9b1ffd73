/* TLS on a socket that does not block, by OpenSSL; without its headers there is none. */
#ifndef TLS_H
#define TLS_H

#include <sys/types.h>

struct ssl_st;

/* Makes ready to speak TLS; ends the program where it was built without. */
void prepare_tls(void);

/* Begins to speak TLS on a socket that is connected. */
struct ssl_st *begin_tls(int socket);

/* All of these give -1 and set errno to EAGAIN where they have to be called again,
   and -1 with another errno where the connection is lost. */
int shake_hands(struct ssl_st *secure);
ssize_t read_secure(struct ssl_st *secure, void *bytes, size_t most);
ssize_t write_secure(struct ssl_st *secure, const void *bytes, size_t count);

void end_tls(struct ssl_st *secure);

#endif
