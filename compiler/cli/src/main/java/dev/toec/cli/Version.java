package dev.toec.cli;

/** Which toec this is. */
final class Version {
    private Version() {}

    /** The version in the manifest of the distribution, or {@code unpackaged}. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
