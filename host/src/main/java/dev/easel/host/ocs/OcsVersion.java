package dev.easel.host.ocs;

import java.util.Arrays;
import java.util.Optional;

/** The two envelopes of OCS; how codes become HTTP statuses is Nextcloud's. */
enum OcsVersion {
    /** Answers in the body what HTTP would say in its status, which is nearly always 200. */
    V1("/ocs/v1.php"),
    /** Answers in the body and in the status. */
    V2("/ocs/v2.php");

    static final int SUCCESS = 200;
    static final int SERVER_ERROR = 996;
    static final int UNAUTHORISED = 997;
    static final int UNKNOWN_ROUTE = 998;

    private static final int V1_SUCCESS = 100;

    private final String prefix;

    OcsVersion(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    static Optional<OcsVersion> ofPath(String path) {
        String collapsed = path.replaceAll("/{2,}", "/");
        return Arrays.stream(values())
                .filter(version -> collapsed.startsWith(version.prefix + "/") || collapsed.equals(version.prefix))
                .findFirst();
    }

    /** The code as it is written into the envelope. */
    int metaCode(int code) {
        return this == V1 && code == SUCCESS ? V1_SUCCESS : code;
    }

    /** The HTTP status that goes with a code. */
    int httpStatus(int code) {
        if (this == V1) {
            return code == UNAUTHORISED ? 401 : 200;
        }
        return switch (code) {
            case UNAUTHORISED -> 401;
            case UNKNOWN_ROUTE -> 404;
            case SERVER_ERROR -> 500;
            default -> code;
        };
    }
}
