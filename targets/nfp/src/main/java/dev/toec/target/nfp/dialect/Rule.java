package dev.toec.target.nfp.dialect;

import java.util.List;

/** A rule of the dialect. */
interface Rule {
    /** {@code R1} to {@code R10}. */
    String id();

    /** What it asks, in a few words. */
    String title();

    /** The places in {@code sources}, all files of one firmware, that break it. */
    List<Finding> check(List<SourceUnit> sources);
}
