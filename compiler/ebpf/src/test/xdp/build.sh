#!/usr/bin/env bash
# Compiles the programs of this directory to objects/: NAME.O2.v3.o and so on for safe ones, NAME.o for unsafe ones;
# objects/kernel/ has twins of those that libbpf does not load, with their maps defined in the newer way.
# Needs clang and libbpf's headers. The objects are committed, so that tests need neither.
set -euo pipefail
cd "$(dirname "$0")"
include="-I/usr/include/$(uname -m)-linux-gnu"
flags="--target=bpf $include -Wall -Werror -Wno-address-of-packed-member -Wno-unused-but-set-variable"
rm -rf objects && mkdir -p objects/safe objects/kernel objects/unsafe

compile() {   # source optimisation instruction-set object [flag...]
    clang $flags "$2" -g "-mcpu=$3" -fdebug-compilation-dir=. "${@:5}" -c "$1" -o "$4"
    llvm-strip -g "$4"                                       # DWARF; BTF stays
}

for source in safe/*.c; do
    name=$(basename "$source" .c)
    for variant in O2.v1 O2.v2 O2.v3 O1.v3; do
        compile "$source" "-${variant%.*}" "${variant#*.}" "objects/safe/$name.$variant.o"
        if grep -q BTF_MAPS "$source"; then
            compile "$source" "-${variant%.*}" "${variant#*.}" "objects/kernel/$name.$variant.o" -DBTF_MAPS
        fi
    done
done
for source in safe/*.S unsafe/*.S; do
    [ -e "$source" ] || continue
    clang --target=bpf -c "$source" -o "objects/${source%.S}.o"
done
for source in unsafe/*.c; do
    compile "$source" -O2 v3 "objects/${source%.c}.o"
done
