#include "nfp/mem_atomic.h"

#include "big_endian.h"
#include "command.h"
#include "fault.h"

/** An atomic command on `size` bytes at `addr`, a multiple of `unit`. */
static struct command atomic_command(enum transfer transfer, void *addr, size_t size, size_t unit, size_t limit, bool (*perform)(struct command *))
{
    struct command command = {0};

    if (size == 0 || size > limit || size % unit != 0 || (uintptr_t)addr % unit != 0)
        fault("an atomic command on %zu bytes in units of %zu, limit %zu, at an address %s", size, unit, limit, (uintptr_t)addr % unit != 0 ? "that is not aligned" : "that is aligned");
    command.transfer = transfer;
    command.address = addr;
    command.size = size;
    command.perform = perform;
    return command;
}

/** Adds 1 to a word. */
static bool perform_incr32(struct command *command)
{
    store_word(command->address, load_word(command->address) + 1);
    return true;
}

/** Adds 1 to a doubleword. */
static bool perform_incr64(struct command *command)
{
    store_doubleword(command->address, load_doubleword(command->address) + 1);
    return true;
}

/** Adds words. */
static bool perform_add32(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size / 4; i++)
        store_word(command->address + i * 4, load_word(command->address + i * 4) + command->out[i]);
    return true;
}

/** Adds doublewords. */
static bool perform_add64(struct command *command)
{
    size_t i;
    uint64_t amount;

    for (i = 0; i < command->size / 4; i += 2) {
        amount = (uint64_t)command->out[i] << 32 | command->out[i + 1];
        store_doubleword(command->address + i * 4, load_doubleword(command->address + i * 4) + amount);
    }
    return true;
}

/** Reads words, then does `perform`. */
static bool fetch_and(struct command *command, bool (*perform)(struct command *))
{
    size_t i;

    for (i = 0; i < command->size / 4; i++)
        command->in[i] = load_word(command->address + i * 4);
    return perform(command);
}

/** Fetches and adds words. */
static bool perform_test_add(struct command *command)
{
    return fetch_and(command, perform_add32);
}

/** Subtracts words, saturating at 0. */
static bool perform_subsat(struct command *command)
{
    size_t i;
    uint32_t word;

    for (i = 0; i < command->size / 4; i++) {
        word = load_word(command->address + i * 4);
        store_word(command->address + i * 4, word > command->out[i] ? word - command->out[i] : 0);
    }
    return true;
}

/** Fetches and subtracts words. */
static bool perform_test_subsat(struct command *command)
{
    return fetch_and(command, perform_subsat);
}

/** Writes words. */
static bool perform_store(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size / 4; i++)
        store_word(command->address + i * 4, command->out[i]);
    return true;
}

/** Exchanges words. */
static bool perform_swap(struct command *command)
{
    return fetch_and(command, perform_store);
}

/** Compares and writes. */
static bool perform_test_cmp_write(struct command *command)
{
    uint32_t mask = 0;
    unsigned int i;

    for (i = 0; i < 4; i++)
        if (command->detail >> i & 1)
            mask |= 0xff000000U >> (i * 8);
    command->in[0] = load_word(command->address);
    command->in[1] = command->out[1];
    if (((command->in[0] ^ command->out[0]) & mask) == 0)
        store_word(command->address, command->out[1]);
    return true;
}

void mem_incr32(void *addr)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, 4, 4, 4, perform_incr32);

    command.size = 0;
    command_post(&command, LATENCY_EMEM);
}

void mem_incr64(void *addr)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, 8, 8, 8, perform_incr64);

    command.size = 0;
    command_post(&command, LATENCY_EMEM);
}

void __mem_add32(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, size, 4, 16, perform_add32);

    (void)max_size;
    command_issue(&command, LATENCY_EMEM, data, sync, sig);
}

void mem_add32(void *data, void *addr, const size_t size)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, size, 4, 16, perform_add32);

    command_run(&command, LATENCY_EMEM, data);
}

void __mem_add64(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, size, 8, 32, perform_add64);

    (void)max_size;
    command_issue(&command, LATENCY_EMEM, data, sync, sig);
}

void mem_add64(void *data, void *addr, const size_t size)
{
    struct command command = atomic_command(TRANSFER_WRITE, addr, size, 8, 32, perform_add64);

    command_run(&command, LATENCY_EMEM, data);
}

void mem_test_add(void *data, void *addr, size_t size)
{
    struct command command = atomic_command(TRANSFER_BOTH, addr, size, 4, 16, perform_test_add);

    command_run(&command, LATENCY_EMEM, data);
}

void mem_test_subsat(void *data, void *addr, size_t size)
{
    struct command command = atomic_command(TRANSFER_BOTH, addr, size, 4, 16, perform_test_subsat);

    command_run(&command, LATENCY_EMEM, data);
}

void mem_swap(void *data, void *addr, size_t size)
{
    struct command command = atomic_command(TRANSFER_BOTH, addr, size, 4, 32, perform_swap);

    command_run(&command, LATENCY_EMEM, data);
}

void mem_test_cmp_write(void *data, void *addr, unsigned int byte_mask, size_t size)
{
    struct command command = atomic_command(TRANSFER_BOTH, addr, 4, 4, 4, perform_test_cmp_write);

    if (size != 8)
        fault("mem_test_cmp_write needs 8 bytes: the word expected and the word to write");
    command.size = size;
    command.detail = byte_mask;
    command_run(&command, LATENCY_EMEM, data);
}
