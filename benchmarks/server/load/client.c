/* One client of the many, and all of them together. */
#include "client.h"

int room_count(const struct load *load) {
    int size = load->options.room_size;
    return size ? (load->options.clients + size - 1) / size : 0;
}
