/** Parses a frame. */
static void pre_frame(struct packet *pkt)
{
    uint16_t type;
    uint32_t at;
    uint32_t i;
    uint8_t class;

    if (pkt->length < 14) {
        drop(pkt, RUNT);
        return;
    }
    type = load_be16(pkt, 12);
    at = 14;
    for (i = 0; i < 2 && (type == 0x8100 || type == 0x88a8); i++) {
        if (at > pkt->length || pkt->length - at < 4) {
            drop(pkt, RUNT);
            return;
        }
        type = load_be16(pkt, at + 2);
        at += 4;
    }
    switch (type) {
    case 0x0800:
    case 0x86dd:
        store8(pkt, at + 8, load8(pkt, at + 8) - 1);
        class = 3;
        break;
    case 0x0806: {
        struct flows_value *flows_entry;

        flows_entry = flows_find(load_be48(pkt, 6));
        if (flows_entry != NULL) {
            class = flows_entry->value;
        } else {
            class = 0;
        }
        break;
    }
    default:
        drop(pkt, UNKNOWN);
        return;
    }
    count(seen, 1);
    emit_parsed(class, at, pkt);
}
