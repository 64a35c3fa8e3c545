#include "context.h"

#include <stdlib.h>

#include "fault.h"
#include "images.h"
#include "nfp/me.h"
#include "sanitizer.h"

/** Bytes of a context's host stack; a real one has none. */
#define STACK_BYTES (256 * 1024)

/** Microengines that may be used: four islands of twelve. */
#define MAX_MES 48

/** Words of local memory of a microengine. */
#define LOCAL_MEMORY_BYTES 4096

static struct microengine mes[MAX_MES];
static unsigned int me_count;
static unsigned int last_me;
static struct context *running;
static ucontext_t scheduler;

struct context *context_running(void)
{
    return running;
}

/** First function of every context. */
static void context_main(void)
{
    sanitizer_arrived(NULL);
    running->role->main();
    fault("main() returned");
}

/** Makes a context that will run `role` from its beginning. */
static struct context *context_new(const struct role *role, struct microengine *me, unsigned int number)
{
    struct context *context = calloc(1, sizeof *context);

    if (context == NULL || (context->stack = malloc(STACK_BYTES)) == NULL)
        fault("out of memory");
    context->role = role;
    context->me = me;
    context->number = number;
    context->data = image_new(&role->data);
    context->zeroed = image_new(&role->zeroed);
    getcontext(&context->registers);
    context->registers.uc_stack.ss_sp = context->stack;
    context->registers.uc_stack.ss_size = STACK_BYTES;
    context->registers.uc_link = NULL;
    makecontext(&context->registers, context_main, 0);
    return context;
}

/** Faults where the file-scope objects of a role exceed local memory. */
static void check_local_memory(const struct role *role)
{
    size_t bytes = section_bytes(&role->shared)
        + CONTEXTS_PER_ME * (section_bytes(&role->data) + section_bytes(&role->zeroed));

    if (bytes > LOCAL_MEMORY_BYTES)
        fault("role %s needs %zu bytes of local memory, a microengine has %d", role->name, bytes, LOCAL_MEMORY_BYTES);
}

void contexts_start(void)
{
    const struct role *role;
    struct microengine *me;
    unsigned int i;
    unsigned int number;

    for (role = machine.roles; role->name != NULL; role++) {
        check_local_memory(role);
        for (i = 0; i < role->mes; i++) {
            if (me_count == MAX_MES)
                fault("the program needs more than %d microengines", MAX_MES);
            me = &mes[me_count];
            me->number = me_count++;
            me->shared = image_new(&role->shared);
            for (number = 0; number < role->contexts; number++)
                me->contexts[number] = context_new(role, me, number);
        }
    }
}

/** Puts the file-scope objects of `context` in place. */
static void load(struct context *context)
{
    image_load(&context->role->shared, context->me->shared);
    image_load(&context->role->data, context->data);
    image_load(&context->role->zeroed, context->zeroed);
}

/** Keeps the file-scope objects of `context` for its next turn. */
static void save(struct context *context)
{
    image_save(&context->role->shared, context->me->shared);
    image_save(&context->role->data, context->data);
    image_save(&context->role->zeroed, context->zeroed);
}

/** Whether every signal `context` waits for is raised. */
static bool is_ready(const struct context *context)
{
    unsigned int i;

    if (context == NULL)
        return false;
    for (i = 0; i < SIGNALS_PER_CONTEXT; i++)
        if (context->waiting && (context->awaited >> i & 1) && !context->signals[i].raised)
            return false;
    return true;
}

/** Runs `context` until it gives way. */
static void resume(struct context *context)
{
    void *fake_stack = NULL;

    context->waiting = false;
    context->me->last = context->number;
    last_me = context->me->number;
    load(context);
    running = context;
    sanitizer_leave(&fake_stack, context->stack, STACK_BYTES);
    swapcontext(&scheduler, &context->registers);
    sanitizer_arrived(fake_stack);
    running = NULL;
    save(context);
}

void context_yield(void)
{
    struct context *context = running;

    sanitizer_leave_for_scheduler(&context->fake_stack);
    swapcontext(&context->registers, &scheduler);
    sanitizer_arrived(context->fake_stack);
}

/** The next ready context of `me` behind the one that ran last, or null. */
static struct context *next_of(const struct microengine *me)
{
    unsigned int i;
    struct context *context;

    for (i = 1; i <= CONTEXTS_PER_ME; i++) {
        context = me->contexts[(me->last + i) % CONTEXTS_PER_ME];
        if (is_ready(context))
            return context;
    }
    return NULL;
}

/** The next ready context of the microengine behind the one that ran last. */
static struct context *next_in_turn(void)
{
    unsigned int i;
    struct context *context;

    for (i = 1; i <= me_count; i++) {
        context = next_of(&mes[(last_me + i) % me_count]);
        if (context != NULL)
            return context;
    }
    return NULL;
}

/** The `choice`-th ready context, from 1, or null; counts them in `count`. */
static struct context *ready_context(unsigned int choice, unsigned int *count)
{
    unsigned int me;
    unsigned int i;

    *count = 0;
    for (me = 0; me < me_count; me++)
        for (i = 0; i < CONTEXTS_PER_ME; i++)
            if (is_ready(mes[me].contexts[i]) && ++*count == choice)
                return mes[me].contexts[i];
    return NULL;
}

unsigned int contexts_ready(void)
{
    unsigned int count;

    ready_context(0, &count);
    return count;
}

void context_resume(unsigned int choice)
{
    unsigned int count;

    resume(choice == 0 ? next_in_turn() : ready_context(choice, &count));
}

void contexts_check_signals(void)
{
    unsigned int me;
    unsigned int i;
    unsigned int slot;
    struct context *context;

    for (me = 0; me < me_count; me++)
        for (i = 0; i < CONTEXTS_PER_ME; i++) {
            context = mes[me].contexts[i];
            for (slot = 0; context != NULL && slot < SIGNALS_PER_CONTEXT; slot++)
                if (context->signals[slot].signal != NULL && !(context->waiting && (context->awaited >> slot & 1)))
                    fault("role %s, ME %u, context %u: a signal was raised and never waited for", context->role->name, me, i);
        }
}

unsigned int ctx(void)
{
    return running->number;
}

unsigned int emu_me(void)
{
    return running->me->number;
}

void emu_ctx_swap(void)
{
    context_yield();
}
