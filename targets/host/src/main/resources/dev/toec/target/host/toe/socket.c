/**
 * @file socket.c
 * Raw sockets on network interfaces (packet(7)).
 */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "toe/bytes.h"
#include "toe/fail.h"
#include "toe/port.h"

#ifndef PACKET_IGNORE_OUTGOING
#define PACKET_IGNORE_OUTGOING 23 /* Linux 4.20 */
#endif

#define TAG_OFFSET 12 /* a VLAN tag stands behind the two addresses */
#define TAG_BYTES 4

/** Sets an integer option of a packet socket. */
static void
set_option(int socket, const char *name, int option)
{
    const int on = 1;

    if (setsockopt(socket, SOL_PACKET, option, &on, sizeof(on)) != 0)
        toe_fail("%s: cannot set packet option %d: %s", name, option, strerror(errno));
}

int
toe_socket_open(const char *name)
{
    struct sockaddr_ll address = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL)};
    struct packet_mreq promiscuous = {.mr_type = PACKET_MR_PROMISC};
    int socket_fd = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, 0);

    if (socket_fd < 0)
        toe_fail("%s: cannot open a packet socket (it takes root or CAP_NET_RAW): %s", name, strerror(errno));
    address.sll_ifindex = (int)if_nametoindex(name);
    if (address.sll_ifindex == 0)
        toe_fail("%s: no such network interface", name);
    promiscuous.mr_ifindex = address.sll_ifindex;
    set_option(socket_fd, name, PACKET_IGNORE_OUTGOING);
    set_option(socket_fd, name, PACKET_AUXDATA);
    if (setsockopt(socket_fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &promiscuous, sizeof(promiscuous)) != 0)
        toe_fail("%s: cannot enter promiscuous mode: %s", name, strerror(errno));
    if (bind(socket_fd, (const struct sockaddr *)&address, sizeof(address)) != 0)
        toe_fail("%s: %s", name, strerror(errno));
    return socket_fd;
}

/** What the kernel knows of a frame besides its bytes, or NULL. */
static const struct tpacket_auxdata *
auxiliary_data(struct msghdr *message)
{
    struct cmsghdr *control;

    for (control = CMSG_FIRSTHDR(message); control != NULL; control = CMSG_NXTHDR(message, control))
        if (control->cmsg_level == SOL_PACKET && control->cmsg_type == PACKET_AUXDATA)
            return (const void *)CMSG_DATA(control);
    return NULL;
}

/** Puts the tag back that the kernel took off; @p frame must begin TAG_BYTES behind its buffer's first byte. */
static void
restore_tag(struct toe_frame *frame, const struct tpacket_auxdata *data)
{
    uint8_t *bytes = (uint8_t *)frame->bytes - TAG_BYTES;
    uint16_t protocol = data->tp_status & TP_STATUS_VLAN_TPID_VALID ? data->tp_vlan_tpid : ETH_P_8021Q;

    memmove(bytes, frame->bytes, TAG_OFFSET);
    toe_store_be16(bytes + TAG_OFFSET, protocol);
    toe_store_be16(bytes + TAG_OFFSET + 2, data->tp_vlan_tci);
    frame->bytes = bytes;
    frame->length += TAG_BYTES;
}

bool
toe_socket_read(int socket, uint8_t *buffer, size_t size, struct toe_frame *frame)
{
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(struct tpacket_auxdata))];
    struct iovec vector = {.iov_base = buffer + TAG_BYTES, .iov_len = size - TAG_BYTES};
    struct msghdr message = {
        .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control)};
    const struct tpacket_auxdata *data;
    struct timespec now;
    ssize_t length = recvmsg(socket, &message, MSG_TRUNC);

    if (length < 0) {
        if (errno == EAGAIN || errno == EINTR || errno == ENETDOWN)
            return false;
        toe_fail("cannot receive: %s", strerror(errno));
    }
    clock_gettime(CLOCK_REALTIME, &now);
    frame->bytes = buffer + TAG_BYTES;
    frame->length = (uint32_t)length;
    frame->nanos = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
    data = auxiliary_data(&message);
    if (data != NULL && data->tp_status & TP_STATUS_VLAN_VALID && length >= TAG_OFFSET)
        restore_tag(frame, data);
    return true;
}

void
toe_socket_write(int socket, const struct toe_packet *packet)
{
    ssize_t sent;

    do
        sent = send(socket, packet->data, packet->length, 0);
    while (sent < 0 && errno == EINTR);
}
