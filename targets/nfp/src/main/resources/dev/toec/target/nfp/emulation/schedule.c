#include "schedule.h"

#include "command.h"
#include "context.h"

static uint64_t state;

/** The next number of xorshift64 (Marsaglia 2003). */
static uint64_t draw(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/** Does one command or lets one context run, whichever is drawn. */
static void random_step(unsigned int ready, unsigned int in_flight)
{
    unsigned int choice = (unsigned int)(draw() % (ready + in_flight)) + 1;

    if (choice <= ready)
        context_resume(choice);
    else
        command_do(choice - ready);
    commands_advance(false);
}

/** Does what is due and lets the next context in turn run. */
static void step(unsigned int ready)
{
    commands_advance(ready == 0);
    commands_do_due();
    if (contexts_ready() > 0)
        context_resume(0);
}

void schedule_run(uint64_t seed)
{
    unsigned int ready = contexts_ready();
    unsigned int in_flight = commands_in_flight();

    state = seed * 0x9e3779b97f4a7c15U | (seed != 0);
    while (ready > 0 || in_flight > 0) {
        if (seed != 0)
            random_step(ready, in_flight);
        else
            step(ready);
        ready = contexts_ready();
        in_flight = commands_in_flight();
    }
}
