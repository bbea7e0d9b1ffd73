/* Plays many clients of an IRC server on this computer, and tells how it served them.

   One thread waits for all sockets, so it is cheaper than what it measures. All clients
   come in, a share of them at a time; then they join their rooms, and talk. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/resource.h>

#include "arrival.h"
#include "clock.h"
#include "connection.h"
#include "events.h"
#include "process.h"
#include "report.h"
#include "talk.h"
#include "tls.h"

#define TURN (SECOND / 100)
#define PATIENCE (90 * SECOND) /* until nothing at all has happened for so long */
#define QUIET (SECOND / 4)
#define SETTLING (30 * SECOND)
#define DRAINING (5 * SECOND)

static double seconds_since(uint64_t time) { return (double)(now() - time) / 1e9; }

static double server_time(const struct load *load) {
    return processor_seconds(load->options.processes, load->options.process_count);
}

static double server_memory(const struct load *load) {
    return memory_megabytes(load->options.processes, load->options.process_count);
}

static void make_clients(struct load *load) {
    int count = load->options.clients, size = load->options.room_size;
    load->clients = calloc((size_t)count, sizeof *load->clients);
    load->unsent = calloc((size_t)count, sizeof(struct client *));
    for (int place = 0; place < count; place++) {
        struct client *client = &load->clients[place];
        client->number = place;
        client->room = size ? place / size : 0;
        client->is_deaf = size && place % size >= size - (int)(size * load->options.deaf);
    }
}

static void allow_many_sockets(int count) {
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur < (rlim_t)count + 32)
        fprintf(stderr, "load: fewer sockets may be open than clients are wanted\n");
}

static void let_come_in(struct load *load) {
    int next = 0, count = load->options.clients;
    load->last_byte = now();
    while (load->welcome + load->gone < count && now() < load->last_byte + PATIENCE) {
        while (load->arriving < load->options.at_once && next < count)
            open_connection(load, &load->clients[next++]);
        wait_for_events(load, now() + TURN);
    }
}

static void let_join(struct load *load) {
    int next = 0, count = load->options.clients;
    load->last_byte = now();
    while (next < count || load->joining > 0) {
        while (load->joining < load->options.at_once && next < count) {
            if (load->clients[next].stage == WELCOME)
                join_room(load, &load->clients[next]);
            next++;
        }
        send_unsent(load);
        wait_for_events(load, now() + TURN);
        if (now() > load->last_byte + PATIENCE)
            break;
    }
}

/* Who write to each other join nothing, and are as good as inside. */
static void be_inside_at_once(struct load *load) {
    for (int place = 0; place < load->options.clients; place++)
        if (load->clients[place].stage == WELCOME) {
            load->clients[place].stage = INSIDE;
            load->inside++;
        }
}

static void wait_until_quiet(struct load *load) {
    uint64_t began = now();
    load->last_byte = began;
    while (now() < load->last_byte + QUIET && now() < began + SETTLING)
        wait_for_events(load, now() + TURN);
}

static void let_some_be_deaf(struct load *load) {
    for (int place = 0; place < load->options.clients; place++)
        if (load->clients[place].is_deaf)
            stop_reading(load, &load->clients[place]);
}

/* Talks until this time: at a rate that nothing slows down, or as fast as is heard. */
static void talk_until(struct load *load, uint64_t end, uint64_t *turn, uint64_t *due) {
    double rate = load->options.rate;
    uint64_t pause = rate > 0 ? (uint64_t)(1e9 / rate) : 0, time;
    while ((time = now()) < end) {
        while (pause && *due <= time) {
            say_in_turn(load, (*turn)++, *due);
            *due += pause;
        }
        send_unsent(load);
        uint64_t next = time + TURN;
        wait_for_events(load, pause && *due < next ? *due : next);
    }
}

/* On a busy computer the time may be over before anybody has heard a word. */
static void talk_until_heard(struct load *load, uint64_t *turn, uint64_t *due) {
    uint64_t deadline = now() + DRAINING;
    while (load->measured == 0 && now() < deadline)
        talk_until(load, now() + TURN, turn, due);
}

static void talk(struct load *load, struct figures *figures) {
    uint64_t turn = 0, due = now();
    load->is_talking = true;
    if (load->options.rate == 0)
        begin_to_talk(load);
    talk_until(load, now() + (uint64_t)(load->options.warm_up * 1e9), &turn, &due);
    uint64_t began = now();
    double server = server_time(load), own = own_processor_seconds();
    load->is_measured = true;
    talk_until(load, began + (uint64_t)(load->options.seconds * 1e9), &turn, &due);
    talk_until_heard(load, &turn, &due);
    load->is_measured = false;
    figures->talk_processor = server_time(load) - server;
    figures->load_processor = own_processor_seconds() - own;
    figures->talk_seconds = seconds_since(began);
    load->is_talking = false;
    uint64_t deadline = now() + DRAINING;
    while (load->heard < load->due && now() < deadline)
        wait_for_events(load, now() + TURN);
}

static void come_in(struct load *load, struct figures *figures) {
    uint64_t began = now();
    double server = server_time(load);
    let_come_in(load);
    figures->arrival_seconds = seconds_since(began);
    figures->arrival_processor = server_time(load) - server;
    if (load->options.purpose == VISIT)
        return;
    began = now();
    server = server_time(load);
    if (load->options.room_size && !load->options.direct)
        let_join(load);
    else
        be_inside_at_once(load);
    figures->join_seconds = seconds_since(began);
    figures->join_processor = server_time(load) - server;
    wait_until_quiet(load);
}

int main(int count, char **words) {
    static struct load load;
    struct figures figures = {0};
    read_options(&load.options, count, words);
    signal(SIGPIPE, SIG_IGN);
    allow_many_sockets(load.options.clients);
    if (load.options.tls)
        prepare_tls();
    load.events = epoll_create1(EPOLL_CLOEXEC);
    make_clients(&load);
    figures.memory_before = server_memory(&load);
    come_in(&load, &figures);
    figures.memory_inside = server_memory(&load);
    if (load.options.purpose == TALK) {
        choose_senders(&load);
        let_some_be_deaf(&load);
        talk(&load, &figures);
    }
    figures.memory_after = server_memory(&load);
    print_report(&load, &figures);
    return 0;
}
