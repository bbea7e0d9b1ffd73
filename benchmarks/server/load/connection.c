/* A client's socket: opened, written, read and closed, plain or with TLS. */
#include "connection.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"
#include "tls.h"

/* So many connections have this computer's numbers of ports for one address. */
#define CLIENTS_OF_AN_ADDRESS 4000

static void listen_for(struct load *load, struct client *client, int operation) {
    struct epoll_event event = {.events = EPOLLRDHUP, .data.ptr = client};
    if (!client->is_deaf || client->stage < INSIDE)
        event.events |= EPOLLIN;
    if (client->waits_to_write)
        event.events |= EPOLLOUT;
    epoll_ctl(load->events, operation, client->socket, &event);
}

static void wait_to_write(struct load *load, struct client *client, bool waits) {
    if (client->waits_to_write == waits)
        return;
    client->waits_to_write = waits;
    listen_for(load, client, EPOLL_CTL_MOD);
}

void open_connection(struct load *load, struct client *client) {
    int one = 1, address_number = 1 + client->number / CLIENTS_OF_AN_ADDRESS;
    struct sockaddr_in own = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + (unsigned)address_number),
    };
    struct sockaddr_in server = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)load->options.port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    client->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (client->socket < 0) {
        perror("load: socket");
        exit(1);
    }
    setsockopt(client->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(client->socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    bind(client->socket, (struct sockaddr *)&own, sizeof own);
    client->stage = CONNECTING;
    client->began = now();
    client->waits_to_write = true;
    load->arriving++;
    listen_for(load, client, EPOLL_CTL_ADD);
    int result = connect(client->socket, (struct sockaddr *)&server, sizeof server);
    if (result < 0 && errno != EINPROGRESS)
        close_connection(load, client);
}

static bool shake(struct load *load, struct client *client) {
    if (shake_hands(client->secure) > 0) {
        client->stage = SIGNING_IN;
        return true;
    }
    if (errno != EAGAIN)
        close_connection(load, client);
    return false;
}

bool has_connected(struct load *load, struct client *client) {
    if (client->stage == CONNECTING) {
        int problem = 0;
        socklen_t length = sizeof problem;
        getsockopt(client->socket, SOL_SOCKET, SO_ERROR, &problem, &length);
        if (problem) {
            fprintf(stderr, "load: client %d: %s\n", client->number, strerror(problem));
            close_connection(load, client);
            return false;
        }
        wait_to_write(load, client, false);
        client->stage = load->options.tls ? SHAKING_HANDS : SIGNING_IN;
        if (load->options.tls)
            client->secure = begin_tls(client->socket);
    }
    return client->stage == SIGNING_IN || shake(load, client);
}

void say(struct load *load, struct client *client, const char *line, int length) {
    int needed = client->outgoing_length + length;
    if (client->stage == GONE)
        return;
    if (needed > client->outgoing_room) {
        client->outgoing_room = needed * 2;
        client->outgoing = realloc(client->outgoing, (size_t)client->outgoing_room);
    }
    memcpy(client->outgoing + client->outgoing_length, line, (size_t)length);
    client->outgoing_length = needed;
    if (!client->is_unsent) {
        client->is_unsent = true;
        load->unsent[load->unsent_count++] = client;
    }
}

void send_unsent(struct load *load) {
    for (int place = 0; place < load->unsent_count; place++) {
        load->unsent[place]->is_unsent = false;
        send_waiting(load, load->unsent[place]);
    }
    load->unsent_count = 0;
}

static ssize_t send_some(struct client *client) {
    const char *bytes = client->outgoing + client->outgoing_sent;
    size_t count = (size_t)(client->outgoing_length - client->outgoing_sent);
    if (client->secure)
        return write_secure(client->secure, bytes, count);
    return send(client->socket, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void send_waiting(struct load *load, struct client *client) {
    while (client->stage != GONE && client->outgoing_sent < client->outgoing_length) {
        ssize_t sent = send_some(client);
        if (sent < 0 && errno == EAGAIN) {
            wait_to_write(load, client, true);
            return;
        }
        if (sent < 0) {
            close_connection(load, client);
            return;
        }
        client->outgoing_sent += (int)sent;
    }
    client->outgoing_sent = client->outgoing_length = 0;
    if (client->stage != GONE)
        wait_to_write(load, client, false);
}

ssize_t receive(struct client *client, char *bytes, size_t most) {
    ssize_t count = client->secure ? read_secure(client->secure, bytes, most)
                                   : recv(client->socket, bytes, most, MSG_DONTWAIT);
    if (count > 0)
        return count;
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

void stop_reading(struct load *load, struct client *client) {
    if (client->stage == INSIDE)
        listen_for(load, client, EPOLL_CTL_MOD);
}

void close_connection(struct load *load, struct client *client) {
    if (client->stage == GONE)
        return;
    if (client->stage < WELCOME)
        load->arriving--;
    if (client->stage == JOINING)
        load->joining--;
    if (!client->is_leaving) {
        load->gone++;
        load->deaf_gone += client->is_deaf;
    }
    client->stage = GONE;
    if (client->secure)
        end_tls(client->secure);
    close(client->socket);
}
