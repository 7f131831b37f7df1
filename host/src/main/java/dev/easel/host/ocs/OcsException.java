package dev.easel.host.ocs;

/** Ends the handling of a call with an answer other than success. */
final class OcsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OcsReply reply;

    OcsException(OcsReply reply) {
        super("OCS " + reply.code() + " " + reply.message(), null, false, false);
        this.reply = reply;
    }

    OcsReply reply() {
        return reply;
    }
}
