#include "nfp/me.h"

#include "command.h"
#include "fault.h"

/** Cycles that one step of the scheduler stands for. */
#define CYCLES_PER_STEP 25

/** The alarm goes off. */
static bool perform_alarm(struct command *command)
{
    (void)command;
    return true;
}

void emu_sleep(unsigned int cycles)
{
    struct command command = {0};
    unsigned int steps = cycles / CYCLES_PER_STEP;

    if (cycles >= 1U << 20)
        fault("sleep(%u): at most 2^20 - 1 cycles", cycles);
    command.transfer = TRANSFER_WRITE;
    command.perform = perform_alarm;
    command_run(&command, steps > 0 ? steps : LATENCY_LOCAL, NULL);
}

uint64_t me_tsc_read(void)
{
    return command_time() * CYCLES_PER_STEP / 16;
}
