#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "context.h"
#include "fault.h"
#include "sanitizer.h"
#include "signals.h"

/** What a read transfer register holds before its command completes. */
#define POISON 0xdeadf00dU

static struct command *in_flight; /* by due time, then by issue */
static uint64_t now;

uint64_t command_time(void)
{
    return now;
}

/** Puts `command` into the list of those in flight. */
static void enqueue(struct command *command)
{
    struct command **place = &in_flight;

    while (*place != NULL && (*place)->due <= command->due)
        place = &(*place)->next;
    command->next = *place;
    *place = command;
}

/** Takes over the registers of the firmware for the time of the command. */
static void seize_registers(struct command *command)
{
    size_t words = (command->size + 3) / 4;
    size_t i;

    if (words == 0)
        return;
    if (words > TRANSFER_WORDS)
        fault("a command of %zu bytes exceeds the transfer registers", command->size);
    if (command->transfer & TRANSFER_WRITE)
        memcpy(command->out, command->registers, words * 4);
    else
        for (i = 0; i < words; i++)
            command->registers[i] = POISON;
    sanitizer_forbid(command->registers, words * 4);
}

/** Gives them back as the command leaves them. */
static void return_registers(struct command *command)
{
    size_t words = (command->size + 3) / 4;

    if (words == 0)
        return;
    sanitizer_allow(command->registers, words * 4);
    if ((command->transfer & TRANSFER_WRITE) && memcmp(command->out, command->registers, words * 4) != 0)
        fault("a write transfer register changed while its command was in flight");
    if (command->transfer & TRANSFER_READ)
        memcpy(command->registers, command->in, words * 4);
}

void command_complete(struct command *command)
{
    return_registers(command);
    if (command->signal != NULL)
        signal_raise(command->owner, command->signal);
    free(command);
}

/** A copy of `prototype` that uses the registers at `data`. */
static struct command *command_new(const struct command *prototype, void *data)
{
    struct command *command = malloc(sizeof *command);

    if (command == NULL)
        fault("out of memory");
    *command = *prototype;
    command->owner = context_running();
    command->registers = data;
    seize_registers(command);
    return command;
}

void command_issue(const struct command *prototype, unsigned int latency, void *data, sync_t sync, SIGNAL *signal)
{
    struct command *command = command_new(prototype, data);

    signal_expect(command->owner, signal);
    command->signal = signal;
    command->due = now + latency;
    enqueue(command);
    if (sync == ctx_swap)
        emu_wait_for_all(signal, (SIGNAL *)0);
}

void command_run(const struct command *prototype, unsigned int latency, void *data)
{
    struct command *command;
    SIGNAL signal;

    if (context_running() != NULL) {
        command_issue(prototype, latency, data, ctx_swap, &signal);
        return;
    }
    command = command_new(prototype, data);
    command->signal = NULL;
    if (!command->perform(command))
        fault("the host would wait for ever");
    command_complete(command);
}

void command_post(const struct command *prototype, unsigned int latency)
{
    struct command *command = command_new(prototype, NULL);

    command->signal = NULL;
    command->due = now + latency;
    if (command->owner != NULL)
        enqueue(command);
    else if (command->perform(command))
        command_complete(command);
}

/** Takes `*place` out of the list and does it. */
static void perform(struct command **place)
{
    struct command *command = *place;

    *place = command->next;
    if (command->perform(command))
        command_complete(command);
}

void commands_do_due(void)
{
    while (in_flight != NULL && in_flight->due <= now)
        perform(&in_flight);
}

unsigned int commands_in_flight(void)
{
    const struct command *command;
    unsigned int count = 0;

    for (command = in_flight; command != NULL; command = command->next)
        count++;
    return count;
}

void command_do(unsigned int choice)
{
    struct command **place = &in_flight;

    while (--choice > 0)
        place = &(*place)->next;
    perform(place);
}

void commands_advance(bool idle)
{
    if (idle && in_flight != NULL && in_flight->due > now)
        now = in_flight->due;
    else
        now++;
}
