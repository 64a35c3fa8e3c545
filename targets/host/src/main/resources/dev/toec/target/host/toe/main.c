/**
 * @file main.c
 * The command line of a generated program.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "toe/fail.h"
#include "toe/result.h"
#include "toe/threads.h"

/** What the command line asks for. */
struct run {
    struct toe_input *inputs;
    struct toe_output *outputs;
    const char **tables; /**< file of initial entries, or NULL, per table */
    const char *result;  /**< file, or NULL */
};

/** Prints how to call the program. */
static void
print_help(void)
{
    size_t i;

    printf("%s: %s\n\n"
           "usage: %s --in PORT=FILE.pcap... [--out PORT=FILE.pcap]... [--table TABLE=FILE]... [--result FILE]\n"
           "       %s --live PORT=INTERFACE... [--table TABLE=FILE]... [--result FILE]\n\n"
           "  --in PORT=FILE       receive the frames of a capture at PORT\n"
           "  --out PORT=FILE      write what PORT transmits to a capture\n"
           "  --live PORT=NAME     receive from and transmit to a network interface, until SIGINT or SIGTERM\n"
           "  --table TABLE=FILE   initial entries, one a line: key fields, a colon, value fields\n"
           "  --result FILE        write what happened to FILE instead of standard output\n\nports:\n",
           toe_program.name, toe_program.description, toe_program.name, toe_program.name);
    for (i = 0; i < toe_program.port_count; i++)
        printf("  %s\n", toe_program.ports[i].name);
    if (toe_program.table_count > 0)
        puts("tables:");
    for (i = 0; i < toe_program.table_count; i++)
        printf("  %s\n", toe_program.layouts[i]->name);
}

/** Splits NAME=VALUE at the first equals sign. */
static char *
split(const char *option, char *argument)
{
    char *value = strchr(argument, '=');

    if (value == NULL || value == argument || value[1] == '\0')
        toe_fail_usage("%s takes NAME=VALUE, not '%s'", option, argument);
    *value = '\0';
    return value + 1;
}

/** The index of the port called @p name. */
static size_t
find_port(const char *name)
{
    size_t i;

    for (i = 0; i < toe_program.port_count; i++)
        if (strcmp(toe_program.ports[i].name, name) == 0)
            return i;
    toe_fail_usage("no port '%s' (--help lists them)", name);
}

/** The index of the table called @p name. */
static size_t
find_table(const char *name)
{
    size_t i;

    for (i = 0; i < toe_program.table_count; i++)
        if (strcmp(toe_program.layouts[i]->name, name) == 0)
            return i;
    toe_fail_usage("no table '%s' (--help lists them)", name);
}

/** Takes `--in PORT=FILE`. */
static void
take_in(struct run *run, char *argument)
{
    char *path = split("--in", argument);
    struct toe_input *input = &run->inputs[find_port(argument)];

    if (input->kind != TOE_INPUT_NONE)
        toe_fail_usage("port %s receives from two places", argument);
    if (toe_program.ports[input - run->inputs].rx == NULL)
        toe_fail_usage("the program receives nothing at port %s", argument);
    toe_capture_open(&input->capture, path);
    input->kind = TOE_INPUT_CAPTURE;
}

/** Takes `--out PORT=FILE`. */
static void
take_out(struct run *run, char *argument)
{
    char *path = split("--out", argument);
    struct toe_output *output = &run->outputs[find_port(argument)];

    if (output->kind != TOE_OUTPUT_NONE)
        toe_fail_usage("port %s transmits to two places", argument);
    output->capture = toe_capture_create(path);
    output->kind = TOE_OUTPUT_CAPTURE;
}

/** Takes `--live PORT=INTERFACE`. */
static void
take_live(struct run *run, char *argument)
{
    char *name = split("--live", argument);
    size_t port = find_port(argument);

    if (run->inputs[port].kind != TOE_INPUT_NONE || run->outputs[port].kind != TOE_OUTPUT_NONE)
        toe_fail_usage("port %s is connected twice", argument);
    run->outputs[port].socket = toe_socket_open(name);
    run->outputs[port].kind = TOE_OUTPUT_SOCKET;
    if (toe_program.ports[port].rx != NULL) {
        run->inputs[port].socket = run->outputs[port].socket;
        run->inputs[port].kind = TOE_INPUT_SOCKET;
    }
}

/** Takes one option with its argument. */
static void
take_option(struct run *run, const char *option, char *argument)
{
    if (strcmp(option, "--help") == 0) {
        print_help();
        exit(EXIT_SUCCESS);
    }
    if (argument == NULL)
        toe_fail_usage("%s needs an argument, or is no option (see --help)", option);
    if (strcmp(option, "--in") == 0)
        take_in(run, argument);
    else if (strcmp(option, "--out") == 0)
        take_out(run, argument);
    else if (strcmp(option, "--live") == 0)
        take_live(run, argument);
    else if (strcmp(option, "--table") == 0) {
        char *path = split(option, argument);

        run->tables[find_table(argument)] = path;
    } else if (strcmp(option, "--result") == 0)
        run->result = argument;
    else
        toe_fail_usage("unknown option '%s' (see --help)", option);
}

/** Checks that there is something to receive, and not from captures and interfaces at once. */
static void
check_inputs(const struct run *run)
{
    bool capture = false;
    bool live = false;
    size_t i;

    for (i = 0; i < toe_program.port_count; i++) {
        capture |= run->inputs[i].kind == TOE_INPUT_CAPTURE;
        live |= run->inputs[i].kind == TOE_INPUT_SOCKET;
    }
    if (capture == live)
        toe_fail_usage(capture ? "--in and --live exclude each other" : "no input: give --in or --live (see --help)");
}

/** Asks the receiver to end. */
static void
on_signal(int signal_number)
{
    (void)signal_number;
    toe_receiver_stop();
}

/** Writes the result where the command line wants it. */
static void
write_result(const struct run *run, struct toe_engine *engine)
{
    FILE *file = run->result == NULL ? stdout : fopen(run->result, "w");

    if (file == NULL)
        toe_fail("%s: %s", run->result, strerror(errno));
    toe_result_write(file, engine, &toe_program, run->inputs, run->outputs);
    if (fflush(file) != 0 || (run->result != NULL && fclose(file) != 0))
        toe_fail("%s: %s", run->result == NULL ? "standard output" : run->result, strerror(errno));
}

/** Closes what the ports had open. */
static void
close_ports(struct run *run)
{
    size_t i;

    for (i = 0; i < toe_program.port_count; i++) {
        if (run->inputs[i].kind == TOE_INPUT_CAPTURE)
            toe_capture_close(&run->inputs[i].capture);
        if (run->outputs[i].kind == TOE_OUTPUT_CAPTURE && fclose(run->outputs[i].capture) != 0)
            toe_fail("cannot write a capture: %s", strerror(errno));
        if (run->outputs[i].kind == TOE_OUTPUT_SOCKET)
            close(run->outputs[i].socket);
    }
}

int
main(int argument_count, char **arguments)
{
    const struct sigaction stop = {.sa_handler = on_signal};
    struct run run = {
        .inputs = toe_allocate(toe_program.port_count, sizeof(struct toe_input)),
        .outputs = toe_allocate(toe_program.port_count, sizeof(struct toe_output)),
        .tables = toe_allocate(toe_program.table_count + 1, sizeof(const char *)),
    };
    struct toe_engine *engine;
    size_t table;
    int i;

    for (i = 1; i < argument_count; i += 2)
        take_option(&run, arguments[i], arguments[i + 1]);
    check_inputs(&run);
    engine = toe_engine_new(&toe_program, run.inputs, run.outputs);
    for (table = 0; table < toe_program.table_count; table++)
        if (run.tables[table] != NULL)
            toe_table_load(toe_program.tables[table], run.tables[table]);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    toe_engine_run(engine);
    close_ports(&run);
    write_result(&run, engine);
    toe_engine_release(engine);
    toe_release(run.inputs);
    toe_release(run.outputs);
    toe_release(run.tables);
    return 0;
}
