/**
 * @file output.c
 * The transmitting side of a port, whatever it leads to.
 */
#include "toe/port.h"

void
toe_output_send(struct toe_output *output, struct toe_packet *packet)
{
    if (output->kind == TOE_OUTPUT_CAPTURE)
        toe_capture_write(output->capture, packet);
    else if (output->kind == TOE_OUTPUT_SOCKET)
        toe_socket_write(output->socket, packet);
    output->transmitted++;
    toe_packet_free(packet);
}
