#!/usr/bin/env bash
# Compiles the programs of this directory to objects/: NAME.O2.v3.o and so on for safe ones, NAME.o for unsafe ones.
# Needs clang and libbpf's headers. The objects are committed, so that tests need neither.
set -euo pipefail
cd "$(dirname "$0")"
include="-I/usr/include/$(uname -m)-linux-gnu"
flags="--target=bpf $include -Wall -Werror -Wno-address-of-packed-member -Wno-unused-but-set-variable"
rm -rf objects && mkdir -p objects/safe objects/unsafe

compile() {   # source optimisation instruction-set object
    clang $flags "$2" -g "-mcpu=$3" -fdebug-compilation-dir=. -c "$1" -o "$4"
    llvm-strip -g "$4"                                       # DWARF; BTF stays
}

for source in safe/*.c; do
    name=$(basename "$source" .c)
    for set in v1 v2 v3; do
        compile "$source" -O2 "$set" "objects/safe/$name.O2.$set.o"
    done
    compile "$source" -O1 v3 "objects/safe/$name.O1.v3.o"
done
for source in safe/*.S unsafe/*.S; do
    [ -e "$source" ] || continue
    clang --target=bpf -c "$source" -o "objects/${source%.S}.o"
done
for source in unsafe/*.c; do
    compile "$source" -O2 v3 "objects/${source%.c}.o"
done
