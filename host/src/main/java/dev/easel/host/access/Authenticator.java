package dev.easel.host.access;

/** Finds out who is calling; safe for use by several threads. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Looks at what a request says about its caller.
     *
     * @param facts what the request says
     * @return the caller, or why there is none
     */
    Authentication authenticate(RequestFacts facts);
}
