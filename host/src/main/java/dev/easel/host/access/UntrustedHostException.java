package dev.easel.host.access;

/** A request is for a host that this one is not known by. */
public final class UntrustedHostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String NONE =
            "The request names no host. Send the header Host with an address that this server is known by.";

    private static final String UNKNOWN = "Requests for the host \"%s\" are not answered here. Use an address that this"
            + " server is known by, or ask its administrator to add the host to trusted-hosts (EASEL_TRUSTED_HOSTS).";

    private final String host;

    /**
     * Makes one.
     *
     * @param host the host, as the request names it; empty if it names none
     */
    public UntrustedHostException(String host) {
        super(host.isEmpty() ? NONE : UNKNOWN.formatted(host), null, false, false);
        this.host = host;
    }

    /**
     * Returns the host.
     *
     * @return as the request names it, possibly empty
     */
    public String host() {
        return host;
    }
}
