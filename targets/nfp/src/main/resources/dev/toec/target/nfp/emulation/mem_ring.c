#include "nfp/mem_ring.h"

#include "big_endian.h"
#include "command.h"
#include "emu_rings.h"
#include "fault.h"

/** Bytes a ring or work queue command moves at most. */
#define COMMAND_BYTES 64

/** A queue of the memory unit. */
struct queue {
    const struct emu_ring *ring;
    size_t first;               /**< byte that is taken next */
    size_t used;                /**< bytes in it */
    struct command *threads;    /**< that wait for work, the longest first */
};

static struct queue queues[NFP_MU_QUEUES];

/** The queues of the program, as MEM_RING_INIT leaves them; repeated for
 * every role that names them. */
extern const struct emu_ring __start_toe_rings[] __attribute__((weak));
extern const struct emu_ring __stop_toe_rings[] __attribute__((weak));

unsigned int emu_ring_number(const struct emu_ring *ring)
{
    const struct emu_ring *first = __start_toe_rings;

    while (first->memory != ring->memory)
        first++;
    return (unsigned int)(first - __start_toe_rings);
}

/** The queue numbered `number`. */
static struct queue *queue_of(unsigned int number)
{
    if (number >= NFP_MU_QUEUES || number >= (size_t)(__stop_toe_rings - __start_toe_rings))
        fault("there is no queue %u", number);
    queues[number].ring = &__start_toe_rings[number];
    return &queues[number];
}

/** Appends words; false when they do not fit. */
static bool put(struct queue *queue, const uint32_t *words, size_t bytes)
{
    size_t i;

    if (queue->used + bytes > queue->ring->bytes)
        return false;
    for (i = 0; i < bytes; i += 4)
        store_word(queue->ring->memory + (queue->first + queue->used + i) % queue->ring->bytes, words[i / 4]);
    queue->used += bytes;
    return true;
}

/** Takes words; false when there are fewer. */
static bool get(struct queue *queue, uint32_t *words, size_t bytes)
{
    size_t i;

    if (queue->used < bytes)
        return false;
    for (i = 0; i < bytes; i += 4)
        words[i / 4] = load_word(queue->ring->memory + (queue->first + i) % queue->ring->bytes);
    queue->first = (queue->first + bytes) % queue->ring->bytes;
    queue->used -= bytes;
    return true;
}

/** Hands work to threads as long as there are both. */
static void match(struct queue *queue)
{
    struct command *thread;

    while (queue->threads != NULL && get(queue, queue->threads->in, queue->threads->size)) {
        thread = queue->threads;
        queue->threads = thread->next;
        command_complete(thread);
    }
}

/** Puts a thread at the end of those that wait. */
static bool perform_add_thread(struct command *command)
{
    struct queue *queue = queue_of(command->number);
    struct command **place = &queue->threads;

    while (*place != NULL)
        place = &(*place)->next;
    command->next = NULL;
    *place = command;
    match(queue);
    return false;
}

void emu_workq_add_work(unsigned int rnum, const uint32_t *words, size_t bytes)
{
    struct queue *queue = queue_of(rnum);

    if (!put(queue, words, bytes))
        fault("work queue %s overflows its %zu bytes", queue->ring->name, queue->ring->bytes);
    match(queue);
}

/** Adds work. */
static bool perform_add_work(struct command *command)
{
    emu_workq_add_work(command->number, command->out, command->size);
    return true;
}

/** Puts words into a ring; the result takes the place of the first one. */
static bool perform_put(struct command *command)
{
    struct queue *queue = queue_of(command->number);
    uint32_t words = (uint32_t)queue->used / 4;

    command->in[0] = put(queue, command->out, command->size) ? 0x80000000U | words : 0;
    return true;
}

/** Takes words from a ring. */
static bool perform_get(struct command *command)
{
    *command->outcome = get(queue_of(command->number), command->in, command->size);
    return true;
}

/** A command on queue `rnum`. */
static struct command ring_command(enum transfer transfer, unsigned int rnum, size_t size, bool (*perform)(struct command *))
{
    struct command command = {0};

    if (size == 0 || size > COMMAND_BYTES || size % 4 != 0)
        fault("a ring command of %zu bytes", size);
    command.transfer = transfer;
    command.number = rnum;
    command.size = size;
    command.perform = perform;
    return command;
}

int mem_ring_put(unsigned int rnum, mem_ring_addr_t raddr, void *data, const size_t size)
{
    struct command command = ring_command(TRANSFER_BOTH, rnum, size, perform_put);
    uint32_t status;

    (void)raddr;
    command_run(&command, LATENCY_EMEM, data);
    status = *(uint32_t *)data;
    return status & 0x80000000U ? (int)(status & 0x7fffffffU) : -1;
}

int mem_ring_get(unsigned int rnum, mem_ring_addr_t raddr, void *data, const size_t size)
{
    struct command command = ring_command(TRANSFER_READ, rnum, size, perform_get);
    bool taken;

    (void)raddr;
    command.outcome = &taken;
    command_run(&command, LATENCY_EMEM, data);
    return taken ? 0 : -1;
}

void __mem_workq_add_thread(unsigned int rnum, mem_ring_addr_t raddr, void *data, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = ring_command(TRANSFER_READ, rnum, size, perform_add_thread);

    (void)raddr;
    (void)max_size;
    command_issue(&command, LATENCY_EMEM, data, sync, sig);
}

void mem_workq_add_thread(unsigned int rnum, mem_ring_addr_t raddr, void *data, const size_t size)
{
    struct command command = ring_command(TRANSFER_READ, rnum, size, perform_add_thread);

    (void)raddr;
    command_run(&command, LATENCY_EMEM, data);
}

void __mem_workq_add_work(unsigned int rnum, mem_ring_addr_t raddr, void *data, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = ring_command(TRANSFER_WRITE, rnum, size, perform_add_work);

    (void)raddr;
    (void)max_size;
    command_issue(&command, LATENCY_EMEM, data, sync, sig);
}

void mem_workq_add_work(unsigned int rnum, mem_ring_addr_t raddr, void *data, const size_t size)
{
    struct command command = ring_command(TRANSFER_WRITE, rnum, size, perform_add_work);

    (void)raddr;
    command_run(&command, LATENCY_EMEM, data);
}

void emu_rings_check(void)
{
    size_t i;

    for (i = 0; i < NFP_MU_QUEUES; i++)
        if (queues[i].used > 0)
            fault("%zu bytes are left in queue %s", queues[i].used, queues[i].ring->name);
}
