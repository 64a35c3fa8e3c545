#include "nfp/cls.h"

#include "big_endian.h"
#include "command.h"
#include "fault.h"

/** A command on words of cluster local scratch. */
static struct command cls_command(enum transfer transfer, void *addr, size_t size, bool (*perform)(struct command *))
{
    struct command command = {0};

    if (size == 0 || size > 128 || size % 4 != 0 || (uintptr_t)addr % 4 != 0)
        fault("a CLS command of %zu bytes, or at an address that is not aligned", size);
    command.transfer = transfer;
    command.address = addr;
    command.size = size;
    command.perform = perform;
    return command;
}

/** Reads words. */
static bool perform_read(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size / 4; i++)
        command->in[i] = load_word(command->address + i * 4);
    return true;
}

/** Writes words. */
static bool perform_write(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size / 4; i++)
        store_word(command->address + i * 4, command->out[i]);
    return true;
}

/** Fetches and adds words. */
static bool perform_test_add(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size / 4; i++) {
        command->in[i] = load_word(command->address + i * 4);
        store_word(command->address + i * 4, command->in[i] + command->out[i]);
    }
    return true;
}

/** Adds 1 to a word. */
static bool perform_incr(struct command *command)
{
    store_word(command->address, load_word(command->address) + 1);
    return true;
}

void __cls_read(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = cls_command(TRANSFER_READ, addr, size, perform_read);

    (void)max_size;
    command_issue(&command, LATENCY_CLS, data, sync, sig);
}

void cls_read(void *data, void *addr, const size_t size)
{
    struct command command = cls_command(TRANSFER_READ, addr, size, perform_read);

    command_run(&command, LATENCY_CLS, data);
}

void __cls_write(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = cls_command(TRANSFER_WRITE, addr, size, perform_write);

    (void)max_size;
    command_issue(&command, LATENCY_CLS, data, sync, sig);
}

void cls_write(void *data, void *addr, const size_t size)
{
    struct command command = cls_command(TRANSFER_WRITE, addr, size, perform_write);

    command_run(&command, LATENCY_CLS, data);
}

void cls_test_add(void *data, void *addr, size_t size)
{
    struct command command = cls_command(TRANSFER_BOTH, addr, size, perform_test_add);

    command_run(&command, LATENCY_CLS, data);
}

void cls_incr(void *addr)
{
    struct command command = cls_command(TRANSFER_WRITE, addr, 4, perform_incr);

    command.size = 0;
    command_post(&command, LATENCY_CLS);
}
