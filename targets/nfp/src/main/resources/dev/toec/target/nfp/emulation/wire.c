#include "wire.h"

#include <string.h>

#include "fault.h"
#include "machine.h"
#include "pcap.h"

/** Ports of the MAC. */
#define MAX_PORTS 64

/** Both sides of a port. */
struct wire {
    struct pcap_reader *reader;
    bool has_head;           /**< whether `head` is to be received next */
    struct frame head;
    struct pcap_writer *writer;
    uint64_t received;
    uint64_t transmitted;
};

static struct wire wires[MAX_PORTS];

int wire_port(const char *name)
{
    int port;

    for (port = 0; machine.ports[port].name != NULL; port++)
        if (strcmp(machine.ports[port].name, name) == 0)
            return port;
    return -1;
}

/** Fetches the next frame of a capture. */
static void advance(struct wire *wire)
{
    wire->has_head = wire->reader != NULL && pcap_read(wire->reader, &wire->head);
}

void wire_receive_from(unsigned int port, const char *path)
{
    if (wires[port].reader != NULL)
        usage_fault("port %s has two captures", machine.ports[port].name);
    wires[port].reader = pcap_open(path);
    advance(&wires[port]);
}

void wire_transmit_to(unsigned int port, const char *path)
{
    if (wires[port].writer != NULL)
        usage_fault("port %s has two captures to write", machine.ports[port].name);
    wires[port].writer = pcap_create(path);
}

/** The port whose next frame is the earliest, or null. */
static struct wire *earliest(void)
{
    struct wire *first = NULL;
    unsigned int port;

    for (port = 0; machine.ports[port].name != NULL; port++)
        if (wires[port].has_head && (first == NULL || wires[port].head.nanos < first->head.nanos))
            first = &wires[port];
    return first;
}

bool wire_receive(struct frame *frame, unsigned int *port)
{
    struct wire *wire = earliest();

    if (wire == NULL)
        return false;
    *frame = wire->head;
    *port = (unsigned int)(wire - wires);
    wire->received++;
    advance(wire);
    return true;
}

void wire_transmit(unsigned int port, uint64_t nanos, const unsigned char *data, size_t bytes)
{
    wires[port].transmitted++;
    if (wires[port].writer != NULL)
        pcap_write(wires[port].writer, nanos, data, bytes);
}

void wire_close(void)
{
    unsigned int port;

    for (port = 0; port < MAX_PORTS; port++) {
        if (wires[port].writer != NULL)
            pcap_finish(wires[port].writer);
        if (wires[port].reader != NULL)
            pcap_close(wires[port].reader);
    }
}

uint64_t wire_received(unsigned int port)
{
    return wires[port].received;
}

uint64_t wire_transmitted(unsigned int port)
{
    return wires[port].transmitted;
}
