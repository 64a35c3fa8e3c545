#include "nfp/mem_bulk.h"

#include "big_endian.h"
#include "command.h"
#include "ctm.h"
#include "fault.h"

/** Faults where a command's size is none the chip can do. */
static void check_size(size_t size, size_t max_size, size_t unit, size_t limit)
{
    if (size == 0 || size > max_size || max_size > limit || size % unit != 0)
        fault("a command of %zu bytes (at most %zu said) on units of %zu bytes, limit %zu", size, max_size, unit, limit);
}

/** Byte `i` of big-endian transfer registers. */
static unsigned char register_byte(const uint32_t *registers, size_t i)
{
    return (unsigned char)(registers[i / 4] >> (24 - i % 4 * 8));
}

/** Does a read. */
static bool perform_read(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size; i++)
        command->in[i / 4] |= (uint32_t)command->address[i] << (24 - i % 4 * 8);
    return true;
}

/** Does a write. */
static bool perform_write(struct command *command)
{
    size_t i;

    for (i = 0; i < command->size; i++)
        command->address[i] = register_byte(command->out, i);
    return true;
}

/** A bulk read as a command. */
static struct command read_command(void *addr, size_t size)
{
    struct command command = {0};

    command.transfer = TRANSFER_READ;
    command.address = addr;
    command.size = size;
    command.perform = perform_read;
    return command;
}

/** A bulk write as a command. */
static struct command write_command(void *addr, size_t size)
{
    struct command command = {0};

    command.transfer = TRANSFER_WRITE;
    command.address = addr;
    command.size = size;
    command.perform = perform_write;
    return command;
}

/** How long the memory at `addr` takes. */
static unsigned int latency_of(const void *addr)
{
    return ctm_holds(addr) ? LATENCY_CTM : LATENCY_EMEM;
}

void __mem_read64(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = read_command(addr, size);

    check_size(size, max_size, 8, 128);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_read64(void *data, void *addr, const size_t size)
{
    struct command command = read_command(addr, size);

    check_size(size, size, 8, 128);
    command_run(&command, latency_of(addr), data);
}

void __mem_read32(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = read_command(addr, size);

    check_size(size, max_size, 4, 128);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_read32(void *data, void *addr, const size_t size)
{
    struct command command = read_command(addr, size);

    check_size(size, size, 4, 128);
    command_run(&command, latency_of(addr), data);
}

void __mem_read8(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = read_command(addr, size);

    check_size(size, max_size, 1, 32);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_read8(void *data, void *addr, const size_t size)
{
    struct command command = read_command(addr, size);

    check_size(size, size, 1, 32);
    command_run(&command, latency_of(addr), data);
}

void __mem_write64(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = write_command(addr, size);

    check_size(size, max_size, 8, 128);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_write64(void *data, void *addr, const size_t size)
{
    struct command command = write_command(addr, size);

    check_size(size, size, 8, 128);
    command_run(&command, latency_of(addr), data);
}

void __mem_write32(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = write_command(addr, size);

    check_size(size, max_size, 4, 128);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_write32(void *data, void *addr, const size_t size)
{
    struct command command = write_command(addr, size);

    check_size(size, size, 4, 128);
    command_run(&command, latency_of(addr), data);
}

void __mem_write8(void *data, void *addr, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig)
{
    struct command command = write_command(addr, size);

    check_size(size, max_size, 1, 32);
    command_issue(&command, latency_of(addr), data, sync, sig);
}

void mem_write8(void *data, void *addr, const size_t size)
{
    struct command command = write_command(addr, size);

    check_size(size, size, 1, 32);
    command_run(&command, latency_of(addr), data);
}
