/**
 * Runs the firmware of a program on captures.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "big_endian.h"
#include "context.h"
#include "ctm.h"
#include "emu_rings.h"
#include "fault.h"
#include "gro.h"
#include "machine.h"
#include "nbi.h"
#include "schedule.h"
#include "tables.h"
#include "wire.h"

/** What the command line asks for beside captures and tables. */
struct options {
    const char *result;
    uint64_t seed;
};

/** Prints how the command is used. */
static void print_help(void)
{
    printf("usage: %s [--in PORT=FILE.pcap]... [--out PORT=FILE.pcap]... [--table STAGE.TABLE=FILE.tbl]... [--result FILE] [--seed N]\n"
           "Runs the firmware in an emulation of the NFP-4000's chip library.\n"
           "--seed N draws the interleaving of contexts from N; 0, the default, is round robin.\n",
        machine.name);
}

/** Splits `NAME=FILE`; returns FILE and ends NAME in place. */
static char *split(char *argument)
{
    char *equals = strchr(argument, '=');

    if (equals == NULL)
        usage_fault("'%s' is not NAME=FILE", argument);
    *equals = '\0';
    return equals + 1;
}

/** The port called `name`. */
static unsigned int port_called(const char *name)
{
    int port = wire_port(name);

    if (port < 0)
        usage_fault("there is no port %s", name);
    return (unsigned int)port;
}

/** Takes one option and its argument. */
static void take_option(const char *option, char *argument, struct options *options)
{
    char *file;

    if (strcmp(option, "--in") == 0) {
        file = split(argument);
        wire_receive_from(port_called(argument), file);
    } else if (strcmp(option, "--out") == 0) {
        file = split(argument);
        wire_transmit_to(port_called(argument), file);
    } else if (strcmp(option, "--table") == 0) {
        file = split(argument);
        tables_load(argument, file);
    } else if (strcmp(option, "--result") == 0) {
        options->result = argument;
    } else if (strcmp(option, "--seed") == 0) {
        options->seed = strtoull(argument, NULL, 0);
    } else {
        usage_fault("unknown option %s; --help lists all", option);
    }
}

/** Reads the command line. */
static void read_options(int count, char **arguments, struct options *options)
{
    int i;

    for (i = 1; i < count; i += 2) {
        if (strcmp(arguments[i], "--help") == 0) {
            print_help();
            exit(0);
        }
        if (strcmp(arguments[i], "--live") == 0)
            usage_fault("the emulation has no network interfaces: use --in and --out");
        if (i + 1 == count)
            usage_fault("%s needs an argument", arguments[i]);
        take_option(arguments[i], arguments[i + 1], options);
    }
}

/** Prints what was counted. */
static void print_counters(FILE *out)
{
    unsigned int port;
    const struct counter *counter;

    for (port = 0; machine.ports[port].name != NULL; port++)
        fprintf(out, "in %s %" PRIu64 "\n", machine.ports[port].name, wire_received(port));
    for (port = 0; machine.ports[port].name != NULL; port++)
        fprintf(out, "out %s %" PRIu64 "\n", machine.ports[port].name, wire_transmitted(port));
    for (counter = machine.drops; counter->name != NULL; counter++)
        fprintf(out, "drop %s %" PRIu64 "\n", counter->name, load_doubleword(counter->address));
    fprintf(out, "drop oversize %" PRIu64 "\n", nbi_oversize());
    for (counter = machine.counters; counter->name != NULL; counter++)
        fprintf(out, "counter %s %" PRIu64 "\n", counter->name, load_doubleword(counter->address));
}

/** Writes the result of the run where it was asked for. */
static void write_result(const char *path)
{
    FILE *out = path == NULL ? stdout : fopen(path, "w");

    if (out == NULL)
        fault("%s: %s", path, strerror(errno));
    print_counters(out);
    tables_print(out);
    if (fflush(out) != 0 || (path != NULL && fclose(out) != 0))
        fault("%s: cannot be written", path == NULL ? "standard output" : path);
}

int main(int count, char **arguments)
{
    struct options options = {NULL, 0};

    read_options(count, arguments, &options);
    contexts_start();
    schedule_run(options.seed);
    wire_close();
    gro_check();
    emu_rings_check();
    ctm_check();
    contexts_check_signals();
    write_result(options.result);
    return 0;
}
