package dev.easel.host.ocs;

import dev.easel.host.access.GuestSession;
import io.javalin.http.Context;

/** The cookie that holds a guest's session. */
final class GuestCookie {
    private GuestCookie() {}

    static void set(Context context, GuestSession session) {
        String cookie = "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax"
                .formatted(GuestSession.COOKIE, session.value(), GuestSession.LIFETIME.toSeconds());
        context.header("Set-Cookie", context.req().isSecure() ? cookie + "; Secure" : cookie);
    }
}
